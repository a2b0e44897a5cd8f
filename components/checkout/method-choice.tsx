import { MethodPicture } from '@/components/checkout/method-picture'
import { FieldError } from '@/components/ui/field'

type MethodChoiceProps = {
  chosen?: string
  error?: string
  words: { method: string; gopayHint: string; qrisHint: string }
}

/** The hints are descriptions, so that each radio button's name is exactly the method's. */
export function MethodChoice({ chosen, error, words }: MethodChoiceProps) {
  const methods = [
    { value: 'gopay', label: 'GoPay', hint: words.gopayHint },
    { value: 'qris', label: 'QRIS', hint: words.qrisHint },
  ] as const
  return (
    <fieldset
      data-invalid={error ? true : undefined}
      aria-describedby={error ? 'method-error' : undefined}
    >
      <legend className="mb-2 font-bold">{words.method}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {methods.map(({ value, label, hint }) => (
          <div
            key={value}
            className="relative flex items-start gap-3 rounded-xl border border-edge bg-card p-4 has-checked:border-accent has-checked:bg-leaf has-checked:ring-1 has-checked:ring-accent"
          >
            <div className="min-w-0 grow">
              <label
                htmlFor={`method-${value}`}
                className="flex cursor-pointer items-center gap-3 font-bold after:absolute after:inset-0"
              >
                <input
                  id={`method-${value}`}
                  type="radio"
                  name="method"
                  value={value}
                  defaultChecked={(chosen ?? 'gopay') === value}
                  aria-describedby={`method-${value}-hint`}
                  className="relative z-10 size-6 accent-accent"
                />
                {label}
              </label>
              <p id={`method-${value}-hint`} className="mt-1 pl-9 text-note text-ink-soft">
                {hint}
              </p>
            </div>
            <MethodPicture method={value} />
          </div>
        ))}
      </div>
      <FieldError id="method-error" error={error} />
    </fieldset>
  )
}
