import { FieldError } from '@/components/ui/field'

const methods = [
  {
    value: 'gopay',
    label: 'GoPay',
    hint: 'On a phone the GoPay app opens. On a computer you scan a code.',
  },
  { value: 'qris', label: 'QRIS', hint: 'One code for every wallet and bank app that reads QRIS.' },
] as const

/** The hints are descriptions, so that each radio button's name is exactly the method's. */
export function MethodChoice({ chosen, error }: { chosen?: string; error?: string }) {
  return (
    <fieldset
      data-invalid={error ? true : undefined}
      aria-describedby={error ? 'method-error' : undefined}
    >
      <legend className="mb-2 font-bold">How would you like to pay?</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {methods.map(({ value, label, hint }) => (
          <div
            key={value}
            className="relative rounded-xl border border-edge bg-card has-checked:border-accent has-checked:bg-leaf has-checked:ring-1 has-checked:ring-accent"
          >
            <label
              htmlFor={`method-${value}`}
              className="flex cursor-pointer items-center gap-3 px-4 pt-3.5 pb-1 font-bold after:absolute after:inset-0"
            >
              <input
                id={`method-${value}`}
                type="radio"
                name="method"
                value={value}
                defaultChecked={(chosen ?? 'gopay') === value}
                aria-describedby={`method-${value}-hint`}
                className="relative z-10 size-5 accent-accent"
              />
              {label}
            </label>
            <p id={`method-${value}-hint`} className="px-4 pb-3.5 pl-12 text-sm text-ink-soft">
              {hint}
            </p>
          </div>
        ))}
      </div>
      <FieldError id="method-error" error={error} />
    </fieldset>
  )
}
