'use client'

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'

export type PaymentCodeProps = {
  /** The charge answer's `generate-qr-code`, already checked against the allowed hosts. */
  qrUrl: string
  /** The same picture through our own host. */
  ownQrUrl: string
  /** A picture of this page's address, for another device; undefined on a phone. */
  addressQrUrl?: string
  showsAddress: boolean
  words: Record<'qrAlt' | 'addressAlt' | 'addressText' | 'sendToPhone' | 'backToCode', string>
  /** What can be done with the payment code. */
  children: ReactNode
}

const picture = 'aspect-square h-auto w-full object-contain [image-rendering:pixelated]'

/**
 * The code to pay, or in its place the address of this page: two codes on a screen confuse a camera.
 * Each button is a form that asks for the page in the other state, so both work without JavaScript.
 */
export function PaymentCode(props: PaymentCodeProps) {
  const [isAddress, setIsAddress] = useState(props.showsAddress)
  // The address and not a yes or no: a new attempt brings a new code.
  const [failedUrl, setFailedUrl] = useState<string>()
  const image = useRef<HTMLImageElement>(null)
  const { qrUrl, words } = props

  useEffect(() => {
    // It may have failed before this ran.
    const { complete, naturalWidth } = image.current ?? {}
    if (complete && naturalWidth === 0) setFailedUrl(qrUrl)
  }, [qrUrl])

  // The button that was pressed stays where it is and keeps the focus; only its words change.
  const turn = (event: FormEvent) => {
    event.preventDefault()
    setIsAddress(!isAddress)
  }
  return (
    <>
      {/* White around the code in dark mode too: scanners need the quiet zone. */}
      <div
        data-address={isAddress || undefined}
        className="w-full max-w-[26rem] rounded-xl bg-white p-1 forced-color-adjust-none"
      >
        {isAddress ? (
          <img
            // An image of its own: one that is reused shows the other code until it has loaded.
            key="address"
            src={props.addressQrUrl}
            alt={words.addressAlt}
            width={480}
            height={480}
            className={picture}
          />
        ) : (
          <img
            key={qrUrl}
            ref={image}
            src={failedUrl === qrUrl ? props.ownQrUrl : qrUrl}
            alt={words.qrAlt}
            width={480}
            height={480}
            // The page is about this picture.
            fetchPriority="high"
            onError={() => setFailedUrl(qrUrl)}
            className={picture}
          />
        )}
      </div>
      <div aria-live="polite" className="w-full max-w-[26rem]">
        {isAddress ? <p className="text-center">{words.addressText}</p> : props.children}
      </div>
      {props.addressQrUrl && (
        <form onSubmit={turn} className="grid w-full max-w-[26rem]">
          <Button type="submit" name="show" value={isAddress ? 'qr' : 'phone'} look="secondary">
            {isAddress ? words.backToCode : words.sendToPhone}
          </Button>
        </form>
      )}
    </>
  )
}
