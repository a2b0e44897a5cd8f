import jsQR from 'jsqr'
import { PNG } from 'pngjs'

/** The text of the QR code that can be seen in a PNG; undefined when a camera would find none. */
export function readQr(png: Buffer): string | undefined {
  const { data, width, height } = PNG.sync.read(png)
  return jsQR(new Uint8ClampedArray(data), width, height)?.data
}
