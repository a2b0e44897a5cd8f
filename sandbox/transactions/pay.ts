import { randomUUID } from 'node:crypto'
import type { Sandbox } from '../sandbox'
import type { Acquirer, Transaction } from '../store/records'
import { move } from './move'

/** Pays by the deeplink: a gopay transaction stays gopay. Undefined when it can no longer be paid. */
export function payByDeeplink(sandbox: Sandbox, transaction: Transaction): Transaction | undefined {
  return move(sandbox, transaction.transactionId, 'settlement', {
    settledAt: sandbox.clock.now(transaction.orderId),
  })
}

/**
 * Pays by scanning the QR. Whatever was charged, Midtrans reports it as `qris` from then on, with issuer and
 * acquirer, in the notification and in Get Status (docs.midtrans.com, E-Wallet, "Payment via QRIS").
 */
export function payByScan(
  sandbox: Sandbox,
  transaction: Transaction,
  issuer: string,
): Transaction | undefined {
  const acquirer = transaction.acquirer ?? 'gopay'
  const onUs = isOwnWallet(issuer, acquirer)
  return move(sandbox, transaction.transactionId, 'settlement', {
    paymentType: 'qris',
    acquirer,
    issuer,
    transactionType: onUs ? 'on-us' : 'off-us',
    // Recorded bodies since 2025 carry it for on-us payments only.
    ...(onUs && { crossReference: randomUUID() }),
    settledAt: sandbox.clock.now(transaction.orderId),
  })
}

/** `on-us` means that the acquirer's own wallet paid. */
function isOwnWallet(issuer: string, acquirer: Acquirer): boolean {
  const name = issuer.toLowerCase()
  return acquirer === 'gopay' ? name === 'gopay' : ['airpay shopee', 'shopeepay'].includes(name)
}
