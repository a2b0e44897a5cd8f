import { randomUUID } from 'node:crypto'
import { formatRupiah } from '@/lib/money'
import { cancelByShop } from '@/lib/orders/cancel-by-shop'
import { readLeft } from '@/lib/orders/claim-refund'
import { findPayment } from '@/lib/orders/find-payment'
import { reconcilePayment } from '@/lib/orders/reconcile'
import { type RefundedPayment, refundPayment, refuseRefund } from '@/lib/orders/refund-payment'
import { replayNotification } from '@/lib/orders/replay-notification'
import { readTimeline } from '@/lib/orders/timeline'
import { describeTimeline } from './describe-timeline'
import type { Outcome } from './outcome'
import type { PaymentArguments, Verb } from './read-arguments'

/** Asks a person whether to do what moves money. */
type Confirm = (question: string) => Promise<boolean>
type Run = (args: PaymentArguments, confirm: Confirm) => Promise<Outcome>

const unknown = (orderId: string): Outcome => ({
  ok: false,
  sentence: `There is no order ${orderId}, or not this attempt of it.`,
  data: { orderId, code: 'not_found' },
})

const show: Run = async ({ orderId }) => {
  const timeline = await readTimeline(orderId)
  if (!timeline) return unknown(orderId)
  return { ok: true, sentence: describeTimeline(timeline), data: timeline }
}

const check: Run = async ({ orderId, attempt }) => {
  const payment = await findPayment(orderId, attempt)
  if (!payment) return unknown(orderId)
  const finding = await reconcilePayment(payment)
  const { here, midtrans, done, agrees } = finding
  const change = done ? `: ${done}` : ', and nothing had to be done'
  const sentence = `Here it was ${here}; Midtrans says ${midtrans}${change}.`
  return { ok: agrees, sentence, data: finding }
}

const cancel: Run = async ({ orderId, yes }, confirm) => {
  if (!yes && !(await confirm(`Cancel order ${orderId} here and at Midtrans?`))) return leftAlone
  const cancelled = await cancelByShop(orderId)
  if (!cancelled.ok && cancelled.code === 'not_found') return unknown(orderId)
  const sentence = cancelled.ok
    ? `Order ${orderId} is cancelled.`
    : {
        already_paid: `Order ${orderId} is paid, so it cannot be cancelled: refund it instead.`,
        already_over: `Order ${orderId} is over already: there is nothing to cancel.`,
        no_answer: 'Midtrans did not answer; the worker looks at this order again by itself.',
        not_found: '',
      }[cancelled.code]
  return { ok: cancelled.ok, sentence, data: cancelled }
}

const refund: Run = async ({ orderId, attempt, amount, reason, yes }, confirm) => {
  const payment = await findPayment(orderId, attempt)
  if (!payment) return unknown(orderId)
  const refundOf = (part: number | undefined) => ({ refundKey: randomUUID(), amount: part, reason })
  const target = { orderId, attempt: payment.attempt }
  if (yes) return tellRefund(await refundPayment(target, refundOf(amount)))

  const left = (await readLeft(orderId)).get(payment.id) ?? 0
  const part = amount ?? left
  // What cannot be given back need not be asked about. It is not tried either: more may be left by now.
  if (left === 0 || part > left) {
    return tellRefund(await refuseRefund(payment, left, refundOf(amount)))
  }
  const question = `Give back ${formatRupiah(part)} of order ${orderId}, attempt ${payment.attempt}?`
  if (!(await confirm(question))) return leftAlone
  // As much as was agreed to, whatever else is left when the answer comes.
  return tellRefund(await refundPayment(target, refundOf(part)))
}

function tellRefund(refunded: RefundedPayment): Outcome {
  return { ok: refunded.ok, sentence: describeRefund(refunded), data: refunded }
}

function describeRefund(refunded: RefundedPayment): string {
  if (refunded.ok) {
    const { amount, left } = refunded
    return `Midtrans gives back ${formatRupiah(amount)}; ${formatRupiah(left)} is left.`
  }
  switch (refunded.code) {
    case 'more_than_left':
      return `Only ${formatRupiah(refunded.left)} is left to give back; nothing was changed.`
    case 'nothing_left':
      return 'All of it has been given back, or is being given back; nothing was changed.'
    case 'not_paid':
      return 'It is not paid, so there is nothing to give back.'
    case 'asked_before':
      return 'This refund was asked for before; nothing was changed.'
    case 'refused':
      return `Midtrans refused the refund (${refunded.why}); nothing was changed.`
    case 'no_answer':
      return `Midtrans did not answer (${refunded.why}); the worker asks again for the same refund.`
    case 'not_found':
      return 'There is no such payment.'
  }
}

const replay: Run = async ({ orderId, event }) => {
  const replayed = await replayNotification(orderId, event)
  if (!replayed.ok) {
    if (replayed.code === 'not_found') return unknown(orderId)
    const sentence = 'No such notification is stored for this order; nothing was changed.'
    return { ok: false, sentence, data: replayed }
  }
  const { verdict, reason } = replayed
  const sentence = {
    applied: `It was applied: ${reason}.`,
    known: 'It says what is known; nothing was changed.',
    out_of_date: `It no longer matches (${reason}); nothing was changed.`,
    doubtful: `It is doubtful (${reason}); nothing was changed yet: the worker asks Midtrans.`,
    marked: `It contradicts the order (${reason}); it is kept for a person, and nothing was changed.`,
    unknown_order: 'It names no order of this shop; nothing was changed.',
  }[verdict]
  return { ok: verdict === 'known' || verdict === 'applied', sentence, data: replayed }
}

const leftAlone: Outcome = { ok: false, sentence: 'Nothing was done.', data: { code: 'declined' } }

export const runs: Record<Verb, Run> = { show, check, cancel, refund, replay }
