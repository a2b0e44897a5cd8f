/** @jsxImportSource hono/jsx */

type Props = { action: string; id: string; label: string; field?: string }

/** One press, one change: a form of its own, so that it works without JavaScript. */
export function DeskButton({ action, id, label, field = 'id' }: Props) {
  return (
    <form method="post" action="/_sandbox/desk">
      <input type="hidden" name="action" value={action} />
      <input type="hidden" name={field} value={id} />
      <button type="submit">{label}</button>
    </form>
  )
}
