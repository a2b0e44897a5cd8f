import 'server-only'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { midtrans } from '@/lib/gateway'
import { log } from '@/lib/log'
import { type ChargeRequest, itemName } from '@/lib/midtrans/charge-request'
import type { MidtransError } from '@/lib/midtrans/result'
import type { Transaction } from '@/lib/midtrans/transaction'
import type { Prisma } from '@/prisma/generated/client'
import { abandon } from './abandon'
import { applyPaymentFact } from './apply-payment-fact'
import { endByShop } from './end-by-shop'
import { readFact } from './payment-fact'
import { paymentLinks } from './payment-links'
import { recordCall, recordError } from './record-call'
import { PAYMENT_MINUTES } from './schedule'
import { withdraw } from './withdraw'

const withOrder = { order: { include: { items: true } } } satisfies Prisma.PaymentInclude
type PaymentWithOrder = Prisma.PaymentGetPayload<{ include: typeof withOrder }>

/**
 * Charges one attempt at Midtrans and applies the answer. Repeating it within five minutes gives the
 * same transaction, because the payment's id is the Idempotency-Key. Without a sure answer the
 * payment stays `created`, and the worker asks again. Returns the error of a call that gave no
 * transaction.
 */
export async function chargePayment(paymentId: string): Promise<MidtransError | undefined> {
  const payment = await db().payment.findUniqueOrThrow({
    where: { id: paymentId },
    include: withOrder,
  })
  const request = chargeRequest(payment)
  await recordCall(payment, 'charge', request)
  const started = Date.now()
  const answer = await midtrans().charge(request, {
    idempotencyKey: payment.id,
    notificationUrl: `${env().APP_URL}/api/midtrans/notification`,
  })
  const durationMs = Date.now() - started
  if (answer.ok) {
    const fact = readFact('charge', answer.value, {
      merchantId: env().MIDTRANS_MERCHANT_ID,
      midtransOrderId: payment.midtransOrderId,
    })
    const { verdict } = await applyPaymentFact({ ...fact, durationMs })
    // Cancelled while the charge was under way: its transaction must not stay open.
    if (verdict === 'doubtful') await withdraw(payment)
    if (verdict === 'marked') await abandon(payment)
    const isPayable = verdict === 'applied' && fact.status === 'pending'
    if (isPayable && !paymentLinks(fact.body).qrCodeUrl) {
      log('error', 'charge.no_code', {
        orderId: payment.orderId,
        actions: actionUrls(answer.value),
      })
    }
    return undefined
  }
  await recordError(payment, 'charge', answer.error, durationMs)
  if (answer.error.effect === 'none' && !answer.error.transient) {
    await endByShop(payment, 'failure', answer.error.code)
  }
  return answer.error
}

/** For the developer: what Midtrans sent, and so which host is not on the list of lib/midtrans/hosts.ts. */
function actionUrls(transaction: Transaction): string[] {
  return transaction.actions?.map(({ name, url }) => `${name} ${url}`) ?? []
}

/** What the shop charges: everything in it comes from the database. */
function chargeRequest({ order, ...payment }: PaymentWithOrder): ChargeRequest {
  const request = {
    transaction_details: {
      order_id: payment.midtransOrderId,
      gross_amount: payment.grossAmount,
    },
    item_details: order.items.map((item) => ({
      id: String(item.productId),
      price: item.price,
      quantity: item.quantity,
      name: itemName(item.name),
    })),
    customer_details: {
      first_name: order.customerName,
      email: order.customerEmail,
      phone: order.customerPhone,
    },
    custom_expiry: { expiry_duration: PAYMENT_MINUTES, unit: 'minute' as const },
  }
  if (payment.method === 'qris') {
    return { payment_type: 'qris', qris: { acquirer: 'gopay' }, ...request }
  }
  return {
    payment_type: 'gopay',
    gopay: {
      enable_callback: true,
      // The wallet appends order_id and result to it.
      callback_url: `${env().APP_URL}/orders/${order.id}/finish`,
    },
    ...request,
  }
}
