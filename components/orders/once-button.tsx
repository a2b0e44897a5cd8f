'use client'

import type { ComponentProps } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from '@/components/ui/button'

/** The button of a form, deaf while what it sent is under way. */
export function OnceButton({
  look,
  children,
}: Pick<ComponentProps<typeof Button>, 'look' | 'children'>) {
  const { pending } = useFormStatus()
  return (
    <Button
      type="submit"
      look={look}
      aria-busy={pending}
      onClick={(event) => pending && event.preventDefault()}
    >
      {children}
    </Button>
  )
}
