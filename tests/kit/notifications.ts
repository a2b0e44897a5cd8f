import { createHash } from 'node:crypto'
import type { MadeOrder } from './orders'

/** Signs the notifications in tests/fixtures, and everything that tests sign themselves. */
export const SERVER_KEY = 'SB-Mid-server-tests'

export type NotificationBody = {
  order_id: string
  status_code: string
  gross_amount: string
  [field: string]: unknown
}

/** The body with the signature that Midtrans would give it. Written apart from lib/, to disagree if it errs. */
export function sign(body: NotificationBody, serverKey = SERVER_KEY): NotificationBody {
  const signed = `${body.order_id}${body.status_code}${body.gross_amount}${serverKey}`
  return { ...body, signature_key: createHash('sha512').update(signed).digest('hex') }
}

const codes: Record<string, string> = {
  pending: '201',
  expire: '202',
  cancel: '202',
  deny: '202',
  failure: '202',
}

/** A signed notification that says `status` of a transaction, with the fields of a recorded one. */
export function notificationOf(
  transaction: { order_id: string; gross_amount: string; transaction_id?: string },
  status: string,
  fields: Record<string, unknown> = {},
): NotificationBody {
  return sign({
    transaction_time: '2026-06-04 10:30:00',
    transaction_status: status,
    transaction_id: '22222222-3333-4444-5555-666666666601',
    status_message: 'midtrans payment notification',
    status_code: codes[status] ?? '200',
    payment_type: 'gopay',
    merchant_id: 'G000000000',
    fraud_status: 'accept',
    currency: 'IDR',
    ...transaction,
    ...fields,
  })
}

/** The same of an order's attempt. */
export function notificationAbout(
  { midtransOrderId, grossAmount, transactionId }: MadeOrder,
  status: string,
  fields: Record<string, unknown> = {},
): NotificationBody {
  const transaction = {
    order_id: midtransOrderId,
    gross_amount: `${grossAmount}.00`,
    transaction_id: transactionId,
  }
  return notificationOf(transaction, status, fields)
}
