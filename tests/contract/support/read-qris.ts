/** One field of a QRIS text: a two-digit tag, and a value that is as long as its two-digit length says. */
export type Tag = { tag: string; value: string }

/** The tags of a QRIS text in their order. Throws where a length does not fit. */
export function readQris(text: string): Tag[] {
  if (text === '') return []
  const length = Number(text.slice(2, 4))
  const value = text.slice(4, 4 + length)
  if (!/^\d{4}/.test(text) || value.length !== length) throw new Error(`broken at ${text}`)
  return [{ tag: text.slice(0, 2), value }, ...readQris(text.slice(4 + length))]
}

/** CRC-16/CCITT-FALSE by polynomial division of the whole message, bit by bit. */
export function checksumOf(text: string): string {
  const bits = [...Buffer.from(text)].flatMap((byte) =>
    [7, 6, 5, 4, 3, 2, 1, 0].map((bit) => (byte >> bit) & 1),
  )
  const rest = bits.reduce((crc, bit) => {
    const carry = ((crc >> 15) & 1) ^ bit
    return ((crc << 1) & 0xffff) ^ (carry ? 0x1021 : 0)
  }, 0xffff)
  return rest.toString(16).toUpperCase().padStart(4, '0')
}

/** Whether the last digit is the check digit of the others, by Luhn. */
export function hasCheckDigit(digits: string): boolean {
  const doubled = [...digits].reverse().map((digit, index) => Number(digit) * (1 + (index % 2)))
  return doubled.reduce((sum, each) => sum + (each % 10) + Math.floor(each / 10), 0) % 10 === 0
}
