import { Button } from '@/components/ui/button'

type OrderFormProps = { action: (form: FormData) => Promise<void>; orderId: string }

export function CancelForm({ action, orderId }: OrderFormProps) {
  return (
    <form action={action}>
      <input type="hidden" name="orderId" value={orderId} />
      <Button type="submit" look="quiet">
        Cancel order
      </Button>
    </form>
  )
}

export function PayAgainForm({ action, orderId }: OrderFormProps) {
  return (
    <form action={action}>
      <input type="hidden" name="orderId" value={orderId} />
      <Button type="submit">Pay again</Button>
    </form>
  )
}
