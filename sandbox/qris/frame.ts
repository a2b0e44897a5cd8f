import { constants } from 'node:zlib'
import { PNG } from 'pngjs'
import { create } from 'qrcode'
import type { Merchant, Transaction } from '../store/records'
import { buildQris, NMID, plainText, TERMINAL } from './build'
import { dotsOf, GLYPH_HEIGHT, widthOf } from './font'
import { ERROR_CORRECTION, MODULE_PIXELS, QUIET_MODULES } from './image'

const MARGIN = 16
const BORDER = 4
const WHITE = 255
const BLACK = 0
/** PNG's colour type for one byte of grey per pixel. */
const GREY = 0

type Line = { text: string; dot: number; gap: number }

/**
 * The code as `generate-qr-code-v2` shows it, with what the frame of the QRIS standard tells a customer: the
 * word QRIS, the merchant, the NMID and the terminal, and the amount. The frame itself is nobody's: QRIS and
 * its logo are registered marks, so nothing here imitates them.
 */
export function drawFramedQr(transaction: Transaction, merchant: Merchant): Buffer {
  const above: Line[] = [
    { text: 'QRIS', dot: 8, gap: 20 },
    { text: plainText(merchant.name, 25) || merchant.merchantId, dot: 3, gap: 14 },
    { text: `NMID: ${NMID}`, dot: 2, gap: 10 },
    { text: TERMINAL, dot: 2, gap: 0 },
  ]
  const below: Line[] = [
    { text: `Rp ${transaction.grossAmount.toLocaleString('id-ID')}`, dot: 4, gap: 20 },
    { text: 'Local sandbox: not real money', dot: 2, gap: MARGIN },
  ]
  const { modules } = create(buildQris(transaction, merchant), {
    errorCorrectionLevel: ERROR_CORRECTION,
  })
  const codeWidth = (modules.size + 2 * QUIET_MODULES) * MODULE_PIXELS
  const width = codeWidth + 2 * MARGIN
  const png = blank(width, heightOf(above) + codeWidth + heightOf(below) + 2 * MARGIN)

  drawBorder(png)
  drawLines(png, above, 2 * MARGIN)
  const top = heightOf(above) + 2 * MARGIN
  const quiet = QUIET_MODULES * MODULE_PIXELS
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue
      const x = MARGIN + quiet + column * MODULE_PIXELS
      fill(png, x, top + quiet + row * MODULE_PIXELS, MODULE_PIXELS, MODULE_PIXELS)
    }
  }
  drawLines(png, below, top + codeWidth)
  // Rows of black and white are smallest without a filter.
  return PNG.sync.write(png, {
    colorType: GREY,
    inputColorType: GREY,
    inputHasAlpha: false,
    filterType: 0,
    deflateStrategy: constants.Z_DEFAULT_STRATEGY,
  })
}

const heightOf = (lines: Line[]): number =>
  lines.reduce((total, { dot, gap }) => total + dot * GLYPH_HEIGHT + gap, 0)

function blank(width: number, height: number): PNG {
  const png = new PNG({ width, height })
  png.data = Buffer.alloc(width * height, WHITE)
  return png
}

function drawBorder(png: PNG): void {
  const { width, height } = png
  fill(png, 0, 0, width, BORDER)
  fill(png, 0, height - BORDER, width, BORDER)
  fill(png, 0, 0, BORDER, height)
  fill(png, width - BORDER, 0, BORDER, height)
}

/** Writes centred lines below each other. */
function drawLines(png: PNG, lines: Line[], top: number): void {
  let y = top
  for (const { text, dot, gap } of lines) {
    const left = Math.floor((png.width - widthOf(text) * dot) / 2)
    for (const at of dotsOf(text)) fill(png, left + at.x * dot, y + at.y * dot, dot, dot)
    y += dot * GLYPH_HEIGHT + gap
  }
}

function fill(png: PNG, left: number, top: number, width: number, height: number): void {
  for (let y = top; y < top + height; y += 1) {
    const start = y * png.width + left
    png.data.fill(BLACK, start, start + width)
  }
}
