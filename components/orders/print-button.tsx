'use client'

import { Button } from '@/components/ui/button'

/** Without JavaScript the browser's own menu prints the page as well. */
export function PrintButton({ children }: { children: string }) {
  return (
    <Button look="quiet" className="noscript:hidden" onClick={() => window.print()}>
      {children}
    </Button>
  )
}
