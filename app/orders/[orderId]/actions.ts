'use server'

import { notFound, redirect } from 'next/navigation'
import { browserSecret } from '@/app/browser-secret'
import { inThisRequest } from '@/app/this-request'
import { cancelOrder as cancel } from '@/lib/orders/cancel-order'
import { payAgain as openNext } from '@/lib/orders/pay-again'

export async function cancelOrder(form: FormData): Promise<void> {
  const orderId = String(form.get('orderId'))
  const secret = await browserSecret()
  const cancelled = await inThisRequest(() => cancel(orderId, secret))
  if (!cancelled.ok && cancelled.code === 'not_found') notFound()
  redirect(cancelled.ok ? `/orders/${orderId}` : `/orders/${orderId}?problem=${cancelled.code}`)
}

export async function payAgain(form: FormData): Promise<void> {
  const orderId = String(form.get('orderId'))
  const secret = await browserSecret()
  const opened = await inThisRequest(() => openNext(orderId, secret))
  if (!opened.ok && opened.code === 'not_found') notFound()
  redirect(opened.ok ? `/checkout/${orderId}` : `/orders/${orderId}?problem=${opened.code}`)
}
