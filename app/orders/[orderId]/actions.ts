'use server'

import { notFound, redirect } from 'next/navigation'
import { browserSecret } from '@/app/browser-secret'
import { address, countChange, countMissedOrder, countOrder } from '@/app/count-order'
import { inThisRequest } from '@/app/this-request'
import { log } from '@/lib/log'
import { cancelOrder as cancel } from '@/lib/orders/cancel-order'
import { isOrderId } from '@/lib/orders/order-id'
import { ownsOrder } from '@/lib/orders/owned-order'
import { payAgain as openNext } from '@/lib/orders/pay-again'
import { sentForm } from '@/lib/security/sent-form'

export async function cancelOrder(form: FormData): Promise<void> {
  const { orderId, secret } = await ownOrder(form, 'cancel')
  const cancelled = await inThisRequest(() => cancel(orderId, secret))
  redirect(cancelled.ok ? `/orders/${orderId}` : `/orders/${orderId}?problem=${cancelled.code}`)
}

export async function payAgain(form: FormData): Promise<void> {
  const { orderId, secret } = await ownOrder(form, 'pay_again')
  if ((await countOrder()) > 0) redirect(`/orders/${orderId}?problem=too_often`)
  const opened = await inThisRequest(() => openNext(orderId, secret))
  if (opened.ok) redirect(`/checkout/${orderId}`)
  // An address of its own: unlike a cancellation, it is not asked for again.
  const problem = opened.code === 'no_answer' ? 'not_reopened' : opened.code
  redirect(`/orders/${orderId}?problem=${problem}`)
}

type OwnOrder = { orderId: string; secret: string | undefined }

/**
 * The order that a form names, when this browser has placed it and has not changed it too often; otherwise the
 * answer. Nobody else's forms count for anything that a shopper does.
 */
async function ownOrder(form: FormData, action: string): Promise<OwnOrder> {
  const orderId = String(sentForm(form).get('orderId'))
  const secret = await browserSecret()
  if (!isOrderId(orderId) || !(await ownsOrder(orderId, secret))) return await missed(action)
  if ((await countChange(orderId)) > 0) {
    redirect(`/orders/${orderId}?problem=too_often`)
  }
  return { orderId, secret }
}

/** An order that is not there, or that another browser has placed. Told of until there are too many. */
async function missed(action: string): Promise<never> {
  const who = await address()
  const isWithinLimit = (await countMissedOrder()) === 0
  if (isWithinLimit) {
    await inThisRequest(async () => log('warn', 'order.not_theirs', { action, who }))
  }
  notFound()
}
