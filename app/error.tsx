'use client'

import { WayOn } from '@/components/layout/way-on'
import { Button, ButtonLink } from '@/components/ui/button'

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  // Next puts this number into the server's log beside the cause, which the page must not show.
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  return (
    <WayOn
      title="That did not work"
      text="Something went wrong on our side. Your cart and your orders are safe."
    >
      <Button onClick={retry}>Try again</Button>
      <ButtonLink href="/" look="secondary">
        See all products
      </ButtonLink>
      {digest && <p className="w-full text-sm text-ink-soft">Error number {digest}</p>}
    </WayOn>
  )
}
