import { parseQris, type QrisFlaw } from '../qris/parse'
import type { Sandbox } from '../sandbox'
import type { Transaction } from '../store/records'
import { findByReference } from '../store/transactions'
import { move } from '../transactions/move'
import { payByDeeplink, payByScan } from '../transactions/pay'
import { refuse } from './read-json'

/**
 * Pays as by scanning when an issuer is given, else by the deeplink or the virtual account. A qris charge is
 * always scanned, a bank transfer never.
 */
export function payByHand(
  sandbox: Sandbox,
  transaction: Transaction,
  issuer: string | undefined,
): Transaction {
  if (issuer !== undefined && transaction.chargedAs === 'bank_transfer') {
    refuse(409, `transaction ${transaction.orderId} is a bank transfer: no app can scan it`)
  }
  const scannedBy = issuer ?? (transaction.chargedAs === 'qris' ? 'gopay' : undefined)
  const paid = scannedBy
    ? payByScan(sandbox, transaction, scannedBy)
    : payByDeeplink(sandbox, transaction)
  return paid ?? refuseState(sandbox, transaction, 'paid')
}

export function changeByHand(
  sandbox: Sandbox,
  transaction: Transaction,
  to: 'deny' | 'expire',
): Transaction {
  const denial = to === 'deny' ? { denial: { code: '201', message: 'Insufficient balance' } } : {}
  const moved = move(sandbox, transaction.transactionId, to, denial)
  return moved ?? refuseState(sandbox, transaction, to === 'deny' ? 'denied' : 'expired')
}

const flawWords: Record<QrisFlaw, string> = {
  no_qris: 'this is not a QRIS text: it must start with 000201',
  cut_off: 'the QRIS text is cut off or its lengths do not add up',
  no_checksum: 'the QRIS text has no checksum',
  wrong_checksum: 'the checksum of the QRIS text is wrong',
}

/** The transaction that a QR's text belongs to. */
export function findScanned(sandbox: Sandbox, qr: string): Transaction {
  const parsed = parseQris(qr)
  if (!parsed.ok) return refuse(400, flawWords[parsed.flaw])
  const transaction = parsed.reference
    ? findByReference(sandbox.store, parsed.reference)
    : undefined
  return transaction ?? refuse(404, 'this QRIS does not belong to a transaction of this sandbox')
}

function refuseState(
  { store }: Sandbox,
  { transactionId, orderId }: Transaction,
  word: string,
): never {
  const status = store.transactions.get(transactionId)?.status
  return refuse(409, `transaction ${orderId} is ${status} and can no longer be ${word}`)
}
