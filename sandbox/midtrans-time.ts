const JAKARTA_MS = 7 * 60 * 60 * 1000

/** Midtrans writes every time in UTC+7 without saying so: `2024-01-13 17:51:40`. */
export function formatTime(milliseconds: number): string {
  return new Date(milliseconds + JAKARTA_MS).toISOString().slice(0, 19).replace('T', ' ')
}

/** Reads `custom_expiry.order_time`, `YYYY-MM-DD HH:MM:SS +0700`. Undefined when it is not one. */
export function parseOrderTime(text: string): number | undefined {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) ([+-]\d\d):?(\d\d)$/.exec(text)
  if (!match) return undefined
  const at = Date.parse(`${match[1]}T${match[2]}${match[3]}:${match[4]}`)
  return Number.isNaN(at) ? undefined : at
}

/** Midtrans writes rupiah with two decimals that are always zero: `44000.00`. */
export function formatAmount(rupiah: number): string {
  return `${rupiah}.00`
}
