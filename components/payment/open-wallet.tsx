'use client'

import { type ReactNode, useEffect, useState } from 'react'

type OpenWalletProps = {
  /** The charge answer's `deeplink-redirect`. */
  href: string
  openingText: string
  /** What helps when the wallet has not opened. */
  children: ReactNode
}

const PATIENCE_MS = 3_000

/** A page that the router has kept must not open the wallet a second time. */
const opened = new Set<string>()

/**
 * Opens the wallet from a page that stays behind it. The page first takes an address that never opens
 * anything, so that the way back from the wallet ends there.
 */
export function OpenWallet({ href, openingText, children }: OpenWalletProps) {
  const [isLate, setIsLate] = useState(false)
  useEffect(() => {
    if (opened.has(href)) return setIsLate(true)
    opened.add(href)
    window.history.replaceState(null, '', '?show=qr')
    window.location.assign(href)
    const timer = setTimeout(() => setIsLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [href])
  return <div aria-live="polite">{isLate ? children : <p>{openingText}</p>}</div>
}
