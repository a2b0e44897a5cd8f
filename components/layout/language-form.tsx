'use client'

import { usePathname } from 'next/navigation'
import type { ComponentProps } from 'react'
import { useFormWords } from '@/components/ui/form-words'
import { type Trouble, troubleOf, useSending } from '@/components/ui/shop-action'

type LanguageFormProps = Pick<ComponentProps<'form'>, 'aria-label' | 'className' | 'children'> & {
  action: (form: FormData) => Promise<void>
}

/** Nothing is thrown on: outside of what the error page replaces it would take the whole document along. */
function judge(error: unknown): Trouble {
  try {
    return troubleOf(error)
  } catch {
    return 'unanswered'
  }
}

/**
 * The form of the choice of language, which leaves the page as it is when nothing comes of it. On another page it
 * begins anew: unlike the other forms it stays while pages come and go.
 */
export function LanguageForm(props: LanguageFormProps) {
  return <FormOfPage key={usePathname()} {...props} />
}

function FormOfPage({ action, children, ...form }: LanguageFormProps) {
  const [trouble, send] = useSending(action, judge)
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
