import { readCapped } from './read-capped'

const TIMEOUT_MS = 8_000
const LIMIT_BYTES = 512 * 1024
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** `/v2/gopay/…/qr-code`, `/v2/qris/…/qr-code` and the framed `/v4/qris/…/qr-code`. */
const QR_PATH = /^\/{1,2}v[24]\/(gopay|qris)\/[\w./-]+\/qr-code$/

/**
 * Fetches a QR image from a host that the caller has allowed. Undefined when the address is not a QR
 * image's, or what comes is not a PNG: Midtrans answers with JSON when it has no image. The image is
 * public at Midtrans, so no key is sent; redirects are not followed.
 */
export async function fetchQrImage(url: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!QR_PATH.test(new URL(url).pathname)) return undefined
  try {
    const response = await fetch(url, {
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const image = response.ok ? await readCapped(response, LIMIT_BYTES) : undefined
    return image?.subarray(0, 8).equals(PNG_SIGNATURE) ? image : undefined
  } catch {
    // Whatever went wrong, there is no image; the caller tells the shopper.
    return undefined
  }
}
