import { createHash } from 'node:crypto'
import type { Transaction } from '@/lib/midtrans/transaction'
import { type FactSource, type PaymentFact, readFact } from '@/lib/orders/payment-fact'
import { notificationAbout } from './notifications'
import type { MadeOrder } from './orders'

type Teller = Exclude<FactSource, 'shop'>

const answerCodes: Record<string, string> = { expire: '407', cancel: '200' }

/** What Midtrans says of an order's attempt, as a fact: by notification, or in the answer to a call. */
export function factOf(
  order: MadeOrder,
  status: string,
  source: Teller = 'notification',
  fields: Record<string, unknown> = {},
): PaymentFact {
  const body = notificationAbout(order, status, {
    ...(source !== 'notification' && answerCodes[status]
      ? { status_code: answerCodes[status] }
      : {}),
    ...fields,
  })
  const fact = readFact(source, body as unknown as Transaction, {})
  if (source !== 'notification') return fact
  const bodySha256 = createHash('sha256').update(JSON.stringify(body)).digest('hex')
  return { ...fact, bodySha256 }
}
