'use server'

import { notFound, redirect } from 'next/navigation'
import { browserSecret } from '@/app/browser-secret'
import { cancelOrder as cancel } from '@/lib/orders/cancel-order'
import { payAgain as openNext } from '@/lib/orders/pay-again'

export async function cancelOrder(form: FormData): Promise<void> {
  const orderId = String(form.get('orderId'))
  const cancelled = await cancel(orderId, await browserSecret())
  if (!cancelled.ok && cancelled.code === 'not_found') notFound()
  redirect(cancelled.ok ? `/orders/${orderId}` : `/orders/${orderId}?problem=${cancelled.code}`)
}

export async function payAgain(form: FormData): Promise<void> {
  const orderId = String(form.get('orderId'))
  const opened = await openNext(orderId, await browserSecret())
  if (!opened.ok && opened.code === 'not_found') notFound()
  redirect(opened.ok ? `/checkout/${orderId}` : `/orders/${orderId}?problem=${opened.code}`)
}
