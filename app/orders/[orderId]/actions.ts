'use server'

import { notFound, redirect } from 'next/navigation'
import { browserSecret } from '@/app/browser-secret'
import { countMissedOrder, countOrder } from '@/app/count-order'
import { inThisRequest } from '@/app/this-request'
import { log } from '@/lib/log'
import { cancelOrder as cancel } from '@/lib/orders/cancel-order'
import { payAgain as openNext } from '@/lib/orders/pay-again'
import { sentForm } from '@/lib/security/sent-form'

export async function cancelOrder(form: FormData): Promise<void> {
  const orderId = String(sentForm(form).get('orderId'))
  const secret = await browserSecret()
  const cancelled = await inThisRequest(() => cancel(orderId, secret))
  if (!cancelled.ok && cancelled.code === 'not_found') return await missed('cancel')
  redirect(cancelled.ok ? `/orders/${orderId}` : `/orders/${orderId}?problem=${cancelled.code}`)
}

export async function payAgain(form: FormData): Promise<void> {
  const orderId = String(sentForm(form).get('orderId'))
  const secret = await browserSecret()
  if ((await countOrder()) > 0) redirect(`/orders/${encodeURIComponent(orderId)}?problem=too_often`)
  const opened = await inThisRequest(() => openNext(orderId, secret))
  if (!opened.ok && opened.code === 'not_found') return await missed('pay_again')
  if (opened.ok) redirect(`/checkout/${orderId}`)
  // An address of its own: unlike a cancellation, it is not asked for again.
  const problem = opened.code === 'no_answer' ? 'not_reopened' : opened.code
  redirect(`/orders/${orderId}?problem=${problem}`)
}

/** An order that is not there, or that another browser has placed. */
async function missed(action: string): Promise<never> {
  log('warn', 'order.not_theirs', { action })
  await countMissedOrder()
  notFound()
}
