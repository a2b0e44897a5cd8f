import { parseQris } from '../qris/parse'
import type { Sandbox } from '../sandbox'
import type { Transaction } from '../store/records'
import { findAny, findByReference } from '../store/transactions'
import { readCurrent } from '../transactions/move'

export type Found = { ok: true; transaction: Transaction } | { ok: false; reason: string }

/** What a person pasted: the text of a QR, or the address of its image as Midtrans's own simulator takes it. */
export function findCode(sandbox: Sandbox, pasted: string): Found {
  const image = /\/v2\/(?:gopay|qris)\/([^/?#]+)\/qr-code/.exec(pasted)
  const known = image?.[1] ? findAny(sandbox.store, image[1]) : undefined
  if (known) return current(sandbox, known)
  if (image) return { ok: false, reason: 'This image belongs to no transaction of this sandbox.' }

  const parsed = parseQris(pasted)
  if (!parsed.ok) return { ok: false, reason: `QR not readable: ${parsed.reason}.` }
  const scanned = parsed.reference ? findByReference(sandbox.store, parsed.reference) : undefined
  if (scanned) return current(sandbox, scanned)
  return { ok: false, reason: 'This code belongs to no transaction of this sandbox.' }
}

function current(sandbox: Sandbox, transaction: Transaction): Found {
  return { ok: true, transaction: readCurrent(sandbox, transaction.transactionId) ?? transaction }
}
