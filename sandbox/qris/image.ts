import { toBuffer } from 'qrcode'

const KEPT = 200
const images = new Map<string, Promise<Buffer>>()

/** The code as a PNG of 400 to 500 pixels, with the quiet zone of four modules that scanners need. */
export function drawQr(text: string): Promise<Buffer> {
  const known = images.get(text)
  if (known) return known
  const image = toBuffer(text, { errorCorrectionLevel: 'M', margin: 4, scale: 8 })
  images.set(text, image)
  const [oldest] = images.keys()
  if (images.size > KEPT && oldest !== undefined) images.delete(oldest)
  return image
}
