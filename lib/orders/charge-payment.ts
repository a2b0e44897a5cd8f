import 'server-only'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import type { MidtransError } from '@/lib/midtrans/result'
import type { Transaction } from '@/lib/midtrans/transaction'
import { abandon } from './abandon'
import { idsOf } from './attempt-ids'
import { callMidtrans } from './call-midtrans'
import { chargeRequest, withOrder } from './charge-request'
import { endByShop } from './end-by-shop'
import type { Lease } from './lease'
import { recordedBody } from './payment-fact'
import { paymentLinks } from './payment-links'
import type { CalledPayment } from './record-call'
import { withdraw } from './withdraw'

/**
 * Charges one attempt at Midtrans and applies the answer. Repeating it within five minutes gives the
 * same transaction, because the payment's id is the Idempotency-Key. Without a sure answer the
 * payment stays `created`, and the worker asks again: also when this very call was not sent, since an
 * earlier one may have arrived. Returns the error of a call that gave no transaction.
 */
export async function chargePayment(lease: Lease): Promise<MidtransError | undefined> {
  const payment = await db().payment.findUniqueOrThrow({
    where: { id: lease.paymentId },
    include: withOrder,
  })
  const request = chargeRequest(payment)
  const options = {
    idempotencyKey: payment.id,
    notificationUrl: `${env().APP_URL}/api/midtrans/notification`,
  }
  const called = await callMidtrans(payment, {
    call: 'charge',
    send: (client) => client.charge(request, options),
    request,
    lease,
  })
  if (called.ok) {
    const { verdict } = called.applied
    const told = called.value.transaction_status
    // Cancelled while the charge was under way: its transaction must not stay open.
    if (verdict === 'doubtful') await withdraw(payment, lease)
    if (verdict === 'marked') await abandon(payment, told, lease)
    if (verdict === 'applied' && told === 'pending') warnWithoutCode(payment, called.value)
    return undefined
  }
  // A refusal of this call says nothing of an earlier one, which may have arrived.
  const isRefused = called.error.effect === 'none' && !called.error.transient
  if (isRefused && payment.chargedAt === null) {
    await endByShop(payment, 'failure', called.error.code)
  }
  return called.error
}

/** For the developer: what Midtrans sent, and so which host is not on the list of lib/midtrans/hosts.ts. */
function warnWithoutCode(payment: CalledPayment, transaction: Transaction): void {
  if (paymentLinks(recordedBody(transaction)).qrCodeUrl) return
  const actions = transaction.actions?.map(({ name, url }) => `${name} ${url}`) ?? []
  log('error', 'charge.no_code', { ...idsOf(payment), actions })
}
