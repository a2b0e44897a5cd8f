const MAX_SIDE = 1400

/** The text of the QR code in a picture: a file, or the frame of a video. Undefined when there is none. */
export async function readQr(picture) {
  const bitmap = await createImageBitmap(picture)
  const scale = Math.min(1, MAX_SIDE / Math.max(bitmap.width, bitmap.height))
  const width = Math.max(1, Math.round(bitmap.width * scale))
  const height = Math.max(1, Math.round(bitmap.height * scale))
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  // Pictures with a transparent ground are meant for white paper.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  return (await readByBrowser(canvas)) ?? readByLibrary(context.getImageData(0, 0, width, height))
}

async function readByBrowser(canvas) {
  if (!('BarcodeDetector' in globalThis)) return undefined
  try {
    const [code] = await new BarcodeDetector({ formats: ['qr_code'] }).detect(canvas)
    return code?.rawValue
  } catch {
    // Some browsers have the class and nothing behind it.
    return undefined
  }
}

let library

async function readByLibrary({ data, width, height }) {
  library ??= loadLibrary()
  const jsQR = await library
  return jsQR(data, width, height)?.data || undefined
}

function loadLibrary() {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = '/_sandbox/assets/jsqr.js'
    script.onload = () => resolve(globalThis.jsQR)
    script.onerror = reject
    document.head.append(script)
  })
}
