'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { openTimeline } from '@/app/orders/open-timeline'
import { inThisRequest } from '@/app/this-request'
import type { Deed } from '@/components/timeline/deeds'
import { REFUND_REASON_LIMIT } from '@/lib/midtrans/refund-request'
import { isTransactionStatus } from '@/lib/midtrans/status-codes'
import { cancelByShop } from '@/lib/orders/cancel-by-shop'
import { printable } from '@/lib/orders/customer'
import { findPayment } from '@/lib/orders/find-payment'
import { compareNow } from '@/lib/orders/reconcile'
import { refundPayment } from '@/lib/orders/refund-payment'
import { replayNotification } from '@/lib/orders/replay-notification'
import { sentForm } from '@/lib/security/sent-form'

const refundSchema = z.object({
  attempt: z.coerce.number().int().positive(),
  refundKey: z.uuid(),
  reason: z.string().trim().min(1).max(REFUND_REASON_LIMIT).regex(printable),
})
/** Not 44.000, which is forty-four thousand here and forty-four elsewhere. */
const amountSchema = z
  .string()
  .trim()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
const eventSchema = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(BigInt)

export async function checkNow(form: FormData): Promise<void> {
  const orderId = await openOrder(form)
  const payment = await findPayment(orderId)
  const finding = payment && (await inThisRequest(() => compareNow(payment)))
  if (!finding) return show(orderId, 'moment_ago')
  if (finding.done) return show(orderId, 'changed')
  show(orderId, isTransactionStatus(finding.midtrans) ? 'checked' : 'no_answer')
}

export async function cancelOrder(form: FormData): Promise<void> {
  const orderId = await openOrder(form)
  const cancelled = await inThisRequest(() => cancelByShop(orderId))
  if (cancelled.ok) return show(orderId, 'cancelled')
  show(orderId, cancelled.code === 'not_found' ? 'already_over' : cancelled.code)
}

export async function refundAttempt(form: FormData): Promise<void> {
  const orderId = await openOrder(form)
  const parsed = refundSchema.safeParse(Object.fromEntries(form))
  const amount = amountSchema.safeParse(form.get('amount'))
  if (!parsed.success || !amount.success) return show(orderId, 'bad_amount')
  const { attempt, refundKey, reason } = parsed.data
  const wish = { refundKey, amount: amount.data, reason }
  const refunded = await inThisRequest(() => refundPayment({ orderId, attempt }, wish))
  if (refunded.ok) return show(orderId, 'refunded')
  show(orderId, refunded.code === 'not_found' ? 'not_paid' : refunded.code)
}

export async function replay(form: FormData): Promise<void> {
  const orderId = await openOrder(form)
  const event = eventSchema.safeParse(form.get('event'))
  if (!event.success) return show(orderId, 'no_notification')
  const replayed = await inThisRequest(() => replayNotification(orderId, event.data))
  if (!replayed.ok || replayed.verdict === 'unknown_order') return show(orderId, 'no_notification')
  show(orderId, `replay_${replayed.verdict}`)
}

/** The order that a form names, where its timeline is open; otherwise 404, whatever the form says. */
async function openOrder(form: FormData): Promise<string> {
  return (await openTimeline(String(sentForm(form).get('orderId')))).orderId
}

function show(orderId: string, did: Deed): never {
  redirect(`/orders/${orderId}/timeline?did=${did}`)
}
