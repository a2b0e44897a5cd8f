import 'server-only'
import { gatewaySources } from '@/lib/gateway'
import { allowImageUrl, allowUrl } from '@/lib/midtrans/hosts'
import { findActionUrl, transactionSchema } from '@/lib/midtrans/transaction'

export type PaymentLinks = {
  /** Of the plain QR image. */
  qrCodeUrl?: string
  /** Opens the wallet; only a `gopay` charge has one. */
  deeplinkUrl?: string
}

/**
 * The addresses with which an attempt can be paid, from its stored charge answer. One that points
 * anywhere but to the configured gateway is left out: it came out of a remote body.
 */
export function paymentLinks(chargeResponse: string | null): PaymentLinks {
  if (chargeResponse === null) return {}
  const parsed = transactionSchema.safeParse(JSON.parse(chargeResponse))
  if (!parsed.success) return {}
  const { images, deeplinks } = gatewaySources()
  return {
    qrCodeUrl: allowImageUrl(findActionUrl(parsed.data, 'generate-qr-code'), images),
    deeplinkUrl: allowUrl(findActionUrl(parsed.data, 'deeplink-redirect'), deeplinks),
  }
}
