import type { OrderStatus, PaymentStatus } from '@/prisma/generated/client'
import { type Line, moveMarks, moveThere, type News, type Told } from './midtrans'

/** One attempt as the shop sees it, beside all that Midtrans has ever said of it. */
export type Attempt = News &
  Told & {
    /** The charge answer is kept, and with it the QR code. */
    hasCode: boolean
    /** The worker must ask although it looks decided. */
    doubt?: boolean
    marks: string[]
    wasCharged?: boolean
    /** The answer to its charge is still on its way, to somebody whose lease another may have taken. */
    isAnswerHeld?: boolean
    isLeaseLost?: boolean
    isKeyForgotten?: boolean
    /** A quarter of an hour has passed since it was placed; since its transaction was made. */
    isForgotten?: boolean
    isOverdue?: boolean
  }
export type Order = {
  status: OrderStatus
  attempts: Attempt[]
  /** The attempts that brought money, in that order. */
  payers: Attempt[]
  holdsStock: boolean
  paidLate: boolean
  becamePaid: boolean
}
/** One product at this price, and who wants it. */
export type World = { stock: number; price: number; orders: Order[] }
export const isOpen = (status?: string) => /^(created|pending|authorize)$/.test(status ?? '')
export const isPaid = (status: string) =>
  /^(capture|settlement|partial_refund|refund)$/.test(status)
const keepsGoods = (status: OrderStatus) => /^(pending|paid|partially_refunded)$/.test(status)
const words: Partial<Record<PaymentStatus, OrderStatus>> = {
  ...{ capture: 'paid', settlement: 'paid', partial_refund: 'partially_refunded' },
  ...{ refund: 'refunded', expire: 'expired', cancel: 'cancelled', deny: 'denied' },
  failure: 'failed',
}
const wordOf = (attempt: Attempt | undefined) => words[attempt?.status ?? 'created'] ?? 'pending'

/** An order is what its first payer says that still has money; unpaid, what its last attempt says. */
function statusOf({ payers, attempts }: Order): OrderStatus {
  if (payers.length === 0) return wordOf(attempts.at(-1))
  return wordOf(payers.find(({ status }) => status !== 'refund') ?? payers[0])
}

/** Money and goods follow the attempt that has just moved. */
function follow(world: World, order: Order, attempt: Attempt): void {
  const before = order.status
  const hasMoney = attempt.status !== 'refund'
  const isNew = isPaid(attempt.status) && !order.payers.includes(attempt)
  const isSecond = order.payers.some(({ status }) => status !== 'refund')
  const isFirst = order.payers.length === 0
  if (isNew) {
    order.paidLate ||= before !== 'pending' && (isFirst || (hasMoney && !isSecond))
    order.becamePaid ||= hasMoney
    order.payers.push(attempt)
  }
  order.status = statusOf(order)
  const mustTake = !keepsGoods(before) && keepsGoods(order.status)
  const canTake = world.stock > 0
  if (mustTake && canTake) moveGoods(world, order, true)
  if (order.holdsStock && !keepsGoods(order.status)) moveGoods(world, order, false)
  // A person is told one thing: the one that matters most.
  if (mustTake && !canTake) attempt.marks.push('paid_without_stock')
  else if (isNew && hasMoney && !isFirst) {
    attempt.marks.push(isSecond ? 'paid_twice' : 'paid_after_refund')
  }
}

function moveGoods(world: World, order: Order, holdsStock: boolean): void {
  order.holdsStock = holdsStock
  world.stock += holdsStock ? -1 : 1
}

/** News of an attempt; `isSure` when Get Status says so. Returns whether it is believed, or doubted. */
export function hear(world: World, order: Order, attempt: Attempt, news: News, isSure = false) {
  let mark = moveMarks.get(`${attempt.status} ${news.status}`)
  if (mark === '=' && news.refunded > attempt.refunded) mark = '+'
  const isStray = news.status === 'pending' && /^(cancel|failure)$/.test(attempt.status)
  if (isStray && !isSure) mark = '?'
  if (mark === '?' && isSure) mark = '+'
  if (mark === '?') attempt.doubt = true
  if (mark === '+') {
    Object.assign(attempt, news, { doubt: false })
    follow(world, order, attempt)
  }
  return mark
}

export function openAttempt(world: World, order: Order): Attempt | undefined {
  if (!order.holdsStock && world.stock === 0) return undefined
  if (!order.holdsStock) moveGoods(world, order, true)
  const attempt: Attempt = { status: 'created', refunded: 0, told: [], hasCode: false, marks: [] }
  order.attempts.push(attempt)
  order.status = statusOf(order)
  return attempt
}

/** The same key gives Midtrans's first answer again, whatever has happened to its transaction since. */
export function charge(world: World, order: Order, attempt: Attempt, line: Line): void {
  if (!attempt.wasCharged) Object.assign(attempt, { wasCharged: true, isKeyForgotten: false })
  if (line === 'away') return
  if (attempt.told.length === 0 && line === 'refuse') {
    giveUp(world, order, attempt, 'failure')
    return
  }
  if (attempt.told.length === 0) moveThere(world, attempt, line === 'deny' ? 'deny' : 'pending')
  attempt.isAnswerHeld ||= line === 'held'
  if (line !== 'mute' && line !== 'held') hearCharge(world, order, attempt)
}

export function hearCharge(world: World, order: Order, attempt: Attempt): void {
  const [first] = attempt.told
  const mark = first && hear(world, order, attempt, first)
  attempt.hasCode ||= mark === '+' || mark === '='
  if (mark === '?' && !attempt.isLeaseLost) withdraw(world, order, attempt, 'up')
}

export function giveUp(world: World, order: Order, attempt: Attempt, status: 'failure' | 'cancel') {
  hear(world, order, attempt, { status, refunded: attempt.refunded })
}

/** Cancels an attempt at Midtrans. Returns whether Midtrans has answered. */
export function withdraw(world: World, order: Order, attempt: Attempt, line: Line): boolean {
  if (line === 'away') return false
  const wasOpen = isOpen(attempt.told.at(-1)?.status)
  if (wasOpen) moveThere(world, attempt, 'cancel')
  const last = attempt.told.at(-1)
  if (line === 'mute') return false
  if (last) hear(world, order, attempt, last, !wasOpen)
  // No transaction yet, but a charge that is under way may still make one.
  else giveUp(world, order, attempt, 'cancel')
  if (!last) attempt.doubt = attempt.wasCharged
  return true
}
