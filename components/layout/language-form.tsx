'use client'

import type { ComponentProps } from 'react'
import { useFormWords } from '@/components/ui/form-words'
import { useSending } from '@/components/ui/shop-action'

type LanguageFormProps = Pick<ComponentProps<'form'>, 'aria-label' | 'className' | 'children'> & {
  action: (form: FormData) => Promise<void>
}

/** It stands outside of what the error page replaces: what failed in it would take the whole document along. */
export function LanguageForm({ action, children, ...form }: LanguageFormProps) {
  const [trouble, send] = useSending(action)
  const words = useFormWords()
  return (
    <form
      action={action}
      onSubmit={(event) => {
        event.preventDefault()
        const { submitter } = event.nativeEvent as SubmitEvent
        send(new FormData(event.currentTarget, submitter))
      }}
      {...form}
    >
      {children}
      {trouble && (
        <p role="alert" className="w-full px-3 font-semibold text-brick">
          {words[trouble]}
        </p>
      )}
    </form>
  )
}
