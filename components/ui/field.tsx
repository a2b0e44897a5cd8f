import type { ComponentProps } from 'react'

type FieldProps = Omit<ComponentProps<'input'>, 'id' | 'name'> & {
  name: string
  label: string
  hint?: string
  error?: string
}

/** A text field with its hint and its error beside it; the label stays the exact name. */
export function Field({ name, label, hint, error, ...input }: FieldProps) {
  const described = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ')
  return (
    <div className="grid gap-1.5">
      <label htmlFor={name} className="font-bold">
        {label}
      </label>
      <input
        id={name}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        className="min-h-12 w-full rounded-xl border border-edge bg-card px-4 py-2.5 aria-invalid:border-2 aria-invalid:border-brick"
        {...input}
      />
      <FieldError id={`${name}-error`} error={error} />
      {hint && (
        <p id={`${name}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
    </div>
  )
}

export function FieldError({ id, error }: { id: string; error?: string }) {
  if (!error) return null
  return (
    <p id={id} className="font-semibold text-brick">
      {error}
    </p>
  )
}
