import { toBuffer } from 'qrcode'

const KEPT = 200
const images = new Map<string, Promise<Buffer>>()

export const ERROR_CORRECTION = 'M'
/** Eight pixels a module make a code of 400 to 500 pixels: a phone reads it from a screen. */
export const MODULE_PIXELS = 8
/** The quiet zone that scanners need around a code. */
export const QUIET_MODULES = 4

/** The code as a PNG, without a frame. */
export function drawQr(text: string): Promise<Buffer> {
  const known = images.get(text)
  if (known) return known
  const image = toBuffer(text, {
    errorCorrectionLevel: ERROR_CORRECTION,
    margin: QUIET_MODULES,
    scale: MODULE_PIXELS,
  })
  images.set(text, image)
  const [oldest] = images.keys()
  if (images.size > KEPT && oldest !== undefined) images.delete(oldest)
  return image
}
