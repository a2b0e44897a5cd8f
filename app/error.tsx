'use client'

import { useErrorWords } from '@/components/layout/error-words'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const words = useErrorWords()
  // Next puts this number into the server's log beside the cause, which the page must not show.
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  return (
    <EmptyState picture="closed-shutter" title={words.heading} text={words.text}>
      <Button onClick={retry}>{words.again}</Button>
      <ButtonLink href="/" look="secondary">
        {words.allProducts}
      </ButtonLink>
      {digest && (
        <p className="w-full text-note text-ink-soft">
          {words.number} {digest}
        </p>
      )}
    </EmptyState>
  )
}
