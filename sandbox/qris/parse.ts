import { crc16 } from './crc'

export type ParsedQris =
  | {
      ok: true
      reference: string | undefined
      amount: string | undefined
      merchant: string | undefined
    }
  | { ok: false; reason: string }

/** Reads any QRIS text, also of other acquirers: tags in any order, with or without an amount. */
export function parseQris(input: string): ParsedQris {
  const text = input.trim()
  if (!text.startsWith('000201'))
    return { ok: false, reason: 'this is not a QRIS text: it must start with 000201' }
  const root = readTags(text)
  if (!root) return { ok: false, reason: 'the QRIS text is cut off or its lengths do not add up' }
  if (!/6304[0-9A-Fa-f]{4}$/.test(text))
    return { ok: false, reason: 'the QRIS text has no checksum' }
  if (crc16(text.slice(0, -4)) !== text.slice(-4).toUpperCase()) {
    return { ok: false, reason: 'the checksum of the QRIS text is wrong' }
  }
  const additional = readTags(root.get('62') ?? '')
  return {
    ok: true,
    reference: additional?.get('50'),
    amount: root.get('54'),
    merchant: root.get('59'),
  }
}

/** Tag, two-digit length, value, and so on; undefined when the lengths do not fit. */
function readTags(text: string): Map<string, string> | undefined {
  const tags = new Map<string, string>()
  let at = 0
  while (at < text.length) {
    const head = /^(\d\d)(\d\d)$/.exec(text.slice(at, at + 4))
    if (!head?.[1]) return undefined
    const end = at + 4 + Number(head[2])
    if (end > text.length) return undefined
    tags.set(head[1], text.slice(at + 4, end))
    at = end
  }
  return tags
}
