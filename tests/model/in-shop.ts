import { randomUUID } from 'node:crypto'
import { cancelOrder } from '@/lib/orders/cancel-order'
import { checkPayment } from '@/lib/orders/check-payment'
import { leaseIfDue } from '@/lib/orders/lease'
import { payAgain } from '@/lib/orders/pay-again'
import { type Placement, placeOrder } from '@/lib/orders/place-order'
import { recordNotification } from '@/lib/orders/record-notification'
import { type NotificationBody, sign } from '../kit/notifications'
import { BROWSER_SECRET, placementOf } from '../kit/orders'
import type { TestShop } from '../kit/shop'
import type { Command, Told } from './commands'
import { type Gateway, notificationAbout, type Transaction } from './gateway'
import { pick } from './in-model'
import { MAX_ORDERS } from './journeys'
import { canMoveThere, type Line, moveThere } from './midtrans'

/** `attempts`: how many there were when last compared. */
type Placed = { orderId: string; placement: Placement; attempts: number }
type Held = { midtransOrderId: string; work: Promise<unknown> }

/** One product of the shop and those who want it, beside many others in the same database. */
export type Corner = {
  shop: TestShop
  gateway: Gateway
  productId: number
  price: number
  placed: Placed[]
  /** Requests that were abandoned while Midtrans's answer was on its way. */
  held: Held[]
}

/** Does in the shop what foresee() does in the model. */
export async function perform(corner: Corner, command: Command): Promise<void> {
  if (command.do === 'place') return place(corner, command)
  if (command.do === 'late answers') return deliverHeld(corner)
  const order = 'order' in command ? pick(corner.placed, command.order) : undefined
  if (!order || !('order' in command)) return
  const { orderId, placement } = order
  corner.gateway.setLine(orderId, 'line' in command ? command.line : 'up')
  if (command.do === 'resubmit') await placeOrder(placement)
  if (command.do === 'cancel') await cancelOrder(orderId, BROWSER_SECRET)
  if (command.do === 'sweep') await sweepOrder(corner, orderId)
  if (command.do === 'forge') await forge(corner, order, command)
  if (command.do === 'wait') await passTime(corner, orderId, command.minutes)
  if (command.do === 'pay again') {
    await heldOrDone(corner, placement, payAgain(orderId, BROWSER_SECRET))
  }
  if (command.do === 'move') {
    const transaction = findTransaction(corner, order, command.attempt)
    const canMove = transaction && canMoveThere(transaction, command.to)
    if (canMove) moveThere(corner, transaction, command.to)
  }
  if (command.do === 'notify') {
    const body = bodyOf(corner, order, command)
    await Promise.all(Array.from({ length: command.times }, () => body && notify(body)))
  }
  if (command.do === 'race') {
    const { order: number, moves, first, second } = command
    for (const move of moves) await perform(corner, { do: 'move', order: number, ...move })
    const bodies = [bodyOf(corner, order, first), bodyOf(corner, order, second)]
    await Promise.all(bodies.map((body) => body && notify(body)))
  }
}

async function place(
  corner: Corner,
  { line, twice }: { line: Line; twice: boolean },
): Promise<void> {
  if (corner.placed.length === MAX_ORDERS) return
  const placement = placementOf({ lines: [{ productId: corner.productId, quantity: 1 }] })
  corner.gateway.setLine(placement.customer.email, line)
  const placing = Promise.all((twice ? [1, 2] : [1]).map(() => placeOrder(placement)))
  await heldOrDone(corner, placement, placing)
  const [row] = await corner.shop.sql<{ id: string }>(
    'SELECT id FROM orders WHERE placement_key = $1',
    [placement.key],
  )
  if (row) corner.placed.push({ orderId: row.id, placement, attempts: 1 })
}

/** Goes on when the work is done, or abandons it when Midtrans's answer to its charge is held back. */
async function heldOrDone(
  { gateway, held }: Corner,
  { customer }: Placement,
  work: Promise<unknown>,
): Promise<void> {
  const midtransOrderId = await Promise.race([
    work.then(() => undefined),
    gateway.untilHeld(customer.email),
  ])
  if (midtransOrderId) held.push({ midtransOrderId, work })
}

async function deliverHeld({ gateway, held }: Corner): Promise<void> {
  for (const { midtransOrderId, work } of held.splice(0)) {
    gateway.setLine(midtransOrderId.replace(/-\d+$/, ''), 'up')
    if (!gateway.release(midtransOrderId))
      throw new Stalled('Nobody waited for the answer any more.')
    await work
  }
}

/** This machine was too slow for the shop's own time limits: the run says nothing. */
export class Stalled extends Error {}

async function sweepOrder({ shop }: Corner, orderId: string): Promise<void> {
  const due = await shop.sql<{ id: string }>(
    `WITH due AS (
       UPDATE payment SET next_check_at = now()
       WHERE order_id = $1 AND next_check_at IS NOT NULL RETURNING id, attempt
     )
     SELECT id FROM due ORDER BY attempt`,
    [orderId],
  )
  for (const { id } of due) {
    const lease = await leaseIfDue(id)
    if (lease) await checkPayment(lease)
  }
}

function findTransaction({ gateway }: Corner, order: Placed, attempt: number) {
  return gateway.transactions.get(attemptId(order, attempt))
}

function attemptId({ orderId, attempts }: Placed, attempt: number): string {
  return `${orderId}-${(attempt % attempts) + 1}`
}

function bodyOf(corner: Corner, order: Placed, { attempt, which }: Told) {
  const transaction = findTransaction(corner, order, attempt)
  const news = transaction && pick(transaction.told.toReversed(), which)
  return news && notificationAbout(transaction, news)
}

async function notify(body: NotificationBody): Promise<void> {
  const { ok } = await recordNotification(JSON.stringify(body))
  if (!ok) throw new Error('A notification was refused.')
}

async function forge(
  { price }: Corner,
  order: Placed,
  { attempt, how }: Extract<Command, { do: 'forge' }>,
): Promise<void> {
  const transaction: Transaction = {
    orderId: attemptId(order, attempt),
    id: randomUUID(),
    grossAmount: price,
    expiresAt: 0,
    told: [],
  }
  const honest = notificationAbout(transaction, { status: 'settlement', refunded: 0 })
  const forged = {
    unsigned: { ...honest, signature_key: '0'.repeat(128) },
    amount: sign({ ...honest, gross_amount: '1.00' }),
    currency: { ...honest, currency: 'USD' },
    word: sign({ ...honest, status_code: '201' }),
    stranger: sign({ ...honest, order_id: randomUUID() }),
  }[how]
  const { ok } = await recordNotification(JSON.stringify(forged))
  if (ok === (how === 'unsigned'))
    throw new Error(`A forged notification was ${ok ? '' : 'not '}taken.`)
}

async function passTime({ shop, gateway }: Corner, orderId: string, minutes: 6 | 20) {
  const isLong = minutes > 15
  const rows = await shop.sql<{ id: string }>(
    `UPDATE payment SET charged_at = charged_at - make_interval(mins => $2),
       created_at = CASE WHEN $3 THEN created_at - make_interval(mins => $2) ELSE created_at END,
       expires_at = CASE WHEN $3 THEN expires_at - make_interval(mins => $2) ELSE expires_at END
     WHERE order_id = $1 RETURNING midtrans_order_id AS id`,
    [orderId, minutes, isLong],
  )
  for (const { id } of isLong ? rows : []) {
    const transaction = gateway.transactions.get(id)
    if (transaction) transaction.expiresAt -= minutes * 60_000
  }
}
