import { signatureOf } from '@/lib/midtrans/signature'
import type { Transaction } from '@/lib/midtrans/transaction'

/** A notification writes these states with another code than Get Status (docs.midtrans.com, Status Code). */
const codes: Record<string, string> = { expire: '202', cancel: '202' }

/** The notification that Midtrans would send of what Get Status tells, signed with the shop's own key. */
export function makeNotification(transaction: Transaction, serverKey: string): object {
  const statusCode = codes[transaction.transaction_status] ?? transaction.status_code
  const body = {
    ...transaction,
    status_code: statusCode,
    status_message: 'midtrans payment notification',
  }
  return { ...body, signature_key: signatureOf(body, serverKey) }
}
