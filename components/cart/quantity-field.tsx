import type { ComponentProps } from 'react'
import { MAX_QUANTITY } from '@/lib/cart/cart-lines'

type QuantityFieldProps = Pick<
  ComponentProps<'input'>,
  'ref' | 'id' | 'defaultValue' | 'onBlur' | 'className'
> & {
  label?: string
  invalid: boolean
  describedBy: string
}

export function QuantityField({
  label,
  invalid,
  describedBy,
  className = '',
  ...input
}: QuantityFieldProps) {
  return (
    <input
      type="number"
      name="quantity"
      min={1}
      max={MAX_QUANTITY}
      inputMode="numeric"
      autoComplete="off"
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      className={`quantity min-h-12 rounded-xl bg-card px-2 text-center font-bold tabular-nums aria-invalid:text-brick ${className}`}
      {...input}
    />
  )
}
