'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { bringFocusAlong } from './arrival'
import { followOrder } from './follow-order'

type LiveOrderProps = {
  /** The order's page, or another beside which `status` and `events` are. */
  address: string
  /**
   * The version of the order as this page was rendered. Undefined while the page waits for something
   * that is in no version, the code to pay: then it just looks again.
   */
  shown?: string
  /** Where to go once the order is not pending any more, when that is another page. */
  decidedHref?: string
  /** Said while the shop cannot be reached. */
  lostText: string
}

const LOOK_AGAIN_MS = 1_500
const ARRIVAL_MS = 3_000

/** Lets what comes now move (`arriving` in globals.css): a page that is only opened stands still. */
function announceArrival(): void {
  const { dataset } = document.documentElement
  dataset.arriving = ''
  setTimeout(() => delete dataset.arriving, ARRIVAL_MS)
}

/**
 * Renders the page again as soon as the order is not the one shown. Only ever after the shop
 * has answered: offline, Next would leave the page for the browser's own error.
 */
export function LiveOrder({ address, shown, decidedHref, lostText }: LiveOrderProps) {
  const router = useRouter()
  const [connected, setConnected] = useState(true)
  const onPage = useRef(shown)
  const countsWrongly = useRef(false)
  const impatient = shown === undefined

  useEffect(() => {
    onPage.current = shown
  }, [shown])

  useEffect(() => {
    const onStatus = (status: string, version: string) => {
      const isNews = version !== onPage.current
      if (!(isNews || countsWrongly.current) || !navigator.onLine) return
      countsWrongly.current = false
      if (isNews) {
        bringFocusAlong()
        announceArrival()
      }
      if (decidedHref && JSON.parse(status).status !== 'pending') router.replace(decidedHref)
      else router.refresh()
    }
    const onClockJump = () => {
      countsWrongly.current = true
    }
    const follower = { onStatus, onConnection: setConnected, onClockJump }
    return followOrder(address, follower, impatient ? LOOK_AGAIN_MS : undefined)
  }, [address, decidedHref, impatient, router])

  return (
    <div aria-live="polite" className="print:hidden">
      {!connected && (
        <p className="mt-2 border-l-4 border-turmeric pl-3 text-ink-soft">{lostText}</p>
      )}
    </div>
  )
}
