import { crc16 } from './crc'

/** What makes a text no QRIS. */
export type QrisFlaw = 'no_qris' | 'cut_off' | 'no_checksum' | 'wrong_checksum'

export type ParsedQris =
  | {
      ok: true
      reference: string | undefined
      amount: string | undefined
      merchant: string | undefined
    }
  | { ok: false; flaw: QrisFlaw }

/** Reads any QRIS text, also of other acquirers: tags in any order, with or without an amount. */
export function parseQris(input: string): ParsedQris {
  const text = input.trim()
  if (!text.startsWith('000201')) return { ok: false, flaw: 'no_qris' }
  const root = readTags(text)
  if (!root) return { ok: false, flaw: 'cut_off' }
  if (!/6304[0-9A-Fa-f]{4}$/.test(text)) return { ok: false, flaw: 'no_checksum' }
  if (crc16(text.slice(0, -4)) !== text.slice(-4).toUpperCase()) {
    return { ok: false, flaw: 'wrong_checksum' }
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
