import { randomInt, randomUUID } from 'node:crypto'
import type { Sandbox } from '../sandbox'
import type { Acquirer, Transaction } from '../store/records'
import { AUTHORIZED_FOR } from './deadline'
import { move } from './move'

/**
 * Pays by the deeplink, and a bank transfer by its virtual account: the payment type stays what was charged.
 * Undefined when it can no longer be paid.
 */
export function payByDeeplink(sandbox: Sandbox, transaction: Transaction): Transaction | undefined {
  return pay(sandbox, transaction, {})
}

/**
 * Pays by scanning the QR. Whatever was charged, Midtrans reports it as `qris` from then on, with issuer and
 * acquirer, in the notification and in Get Status (docs.midtrans.com, E-Wallet, "Payment via QRIS").
 * Undefined when it can no longer be paid, or never had a QR.
 */
export function payByScan(
  sandbox: Sandbox,
  transaction: Transaction,
  issuer: string,
): Transaction | undefined {
  if (transaction.chargedAs === 'bank_transfer') return undefined
  const acquirer = transaction.acquirer ?? 'gopay'
  const onUs = isOwnWallet(issuer, acquirer)
  return pay(sandbox, transaction, {
    paymentType: 'qris',
    acquirer,
    issuer,
    transactionType: onUs ? 'on-us' : 'off-us',
    // Recorded bodies since 2025 carry it for on-us payments only.
    ...(onUs && { crossReference: randomUUID() }),
    ...(acquirer === 'airpay shopee' && { shopee: newShopeeReference() }),
  })
}

/** A pre-authorised payment only reserves the money: it has to be captured before the reservation ends. */
function pay(sandbox: Sandbox, transaction: Transaction, how: Partial<Transaction>) {
  const { transactionId, orderId, preAuth } = transaction
  const now = sandbox.clock.now(orderId)
  return preAuth
    ? move(sandbox, transactionId, 'authorize', { ...how, expiresAt: now + AUTHORIZED_FOR })
    : move(sandbox, transactionId, 'settlement', { ...how, settledAt: now })
}

/** `on-us` means that the acquirer's own wallet paid. */
function isOwnWallet(issuer: string, acquirer: Acquirer): boolean {
  const name = issuer.toLowerCase()
  return acquirer === 'gopay' ? name === 'gopay' : ['airpay shopee', 'shopeepay'].includes(name)
}

/** In the form of docs.midtrans.com, QRIS notification: "QR-" and 22 letters and digits, 18 digits. */
function newShopeeReference() {
  const nineDigits = () => randomInt(100_000_000, 1_000_000_000)
  return {
    referenceId: `QR-${randomUUID().replaceAll('-', '').slice(0, 22)}`,
    referenceNumber: `${nineDigits()}${nineDigits()}`,
  }
}
