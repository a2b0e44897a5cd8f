import { parseQris } from '../qris/parse'
import type { Sandbox } from '../sandbox'
import type { Transaction } from '../store/records'
import { findAny, findByReference } from '../store/transactions'
import { readCurrent } from '../transactions/move'
import { findByQrCodeId } from '../transactions/qr-code-id'
import type { Messages } from './english'

export type Found = { ok: true; transaction: Transaction } | { ok: false; reason: string }

/** Both kinds of code, and the address of its own that `airpay shopee` has. */
const IMAGE_URL =
  /\/(?:v2\/gopay|v2\/qris|v2\/qris\/shopeepay|v4\/qris|v4\/qris\/gopay)\/(?:sppq_)?([^/?#]+)\/qr-code/

/** What a person pasted: the text of a QR, or the address of its image as Midtrans's own simulator takes it. */
export function findCode(sandbox: Sandbox, pasted: string, t: Messages): Found {
  const id = IMAGE_URL.exec(pasted)?.[1]
  const known = id && (findByQrCodeId(sandbox.store, id) ?? findAny(sandbox.store, id))
  if (known) return current(sandbox, known)
  if (id) return { ok: false, reason: t.outcome.unknownCode }

  const parsed = parseQris(pasted)
  if (!parsed.ok) return { ok: false, reason: t.outcome.unreadable[parsed.flaw] }
  const scanned = parsed.reference ? findByReference(sandbox.store, parsed.reference) : undefined
  if (scanned) return current(sandbox, scanned)
  return { ok: false, reason: t.outcome.unknownCode }
}

function current(sandbox: Sandbox, transaction: Transaction): Found {
  return { ok: true, transaction: readCurrent(sandbox, transaction.transactionId) ?? transaction }
}
