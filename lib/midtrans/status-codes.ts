/** Midtrans's words for the state of a transaction (docs.midtrans.com, Transaction Status). */
export type TransactionStatus =
  | 'pending'
  | 'authorize'
  | 'capture'
  | 'settlement'
  | 'partial_refund'
  | 'refund'
  | 'expire'
  | 'cancel'
  | 'deny'
  | 'failure'
  | 'chargeback'
  | 'partial_chargeback'

type Codes = Record<TransactionStatus, readonly string[]>

/**
 * The `status_code` that belongs to each status in a notification. A signature covers the code but
 * not the word, so whoever holds one signed body could swap the word: a `201` made to say
 * `settlement` is caught here.
 */
const notificationCodes: Codes = {
  pending: ['201'],
  authorize: ['200'],
  capture: ['200'],
  settlement: ['200'],
  partial_refund: ['200'],
  refund: ['200'],
  chargeback: ['200'],
  partial_chargeback: ['200'],
  expire: ['202'],
  cancel: ['202'],
  deny: ['202'],
  failure: ['202'],
}

/** The same for answers, which report `expire` as 407 and `cancel` as 200. */
const answerCodes: Codes = {
  ...notificationCodes,
  authorize: ['200', '201'],
  expire: ['407'],
  cancel: ['200'],
}

/** Narrows Midtrans's text to a status this code knows. New words may appear at any time. */
export function isTransactionStatus(text: string): text is TransactionStatus {
  return Object.hasOwn(notificationCodes, text)
}

/** Whether a body's status and its `status_code` belong together, by where the body came from. */
export function codeMatchesStatus(
  origin: 'notification' | 'answer',
  status: TransactionStatus,
  statusCode: string,
): boolean {
  const codes = origin === 'notification' ? notificationCodes : answerCodes
  return codes[status].includes(statusCode)
}
