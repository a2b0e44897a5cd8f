import 'server-only'
import { env } from '@/lib/env'
import { type ChargeRequest, itemName } from '@/lib/midtrans/charge-request'
import type { Prisma } from '@/prisma/generated/client'
import { PAYMENT_MINUTES } from './schedule'

/** What a payment must be read with to be charged. */
export const withOrder = { order: { include: { items: true } } } satisfies Prisma.PaymentInclude
type PaymentWithOrder = Prisma.PaymentGetPayload<{ include: typeof withOrder }>

/** The charge of one attempt, in rupiah. Everything in it comes from the database. */
export function chargeRequest({ order, ...payment }: PaymentWithOrder): ChargeRequest {
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
