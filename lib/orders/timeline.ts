import 'server-only'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { curlOf } from '@/lib/timeline/curl'
import type { EntryKind, Timeline, TimelineEntry } from '@/lib/timeline/entry'
import { redactJson } from '@/lib/timeline/redact'
import type { Order, Payment, PaymentEvent } from '@/prisma/generated/client'
import { readLeft } from './claim-refund'
import { isOrderId } from './order-id'

/** A payment that is open for days is asked about every five minutes: the latest are enough. */
const MOST_ENTRIES = 400

/** Everything that happened to an order, from the rows that were written while it did. */
export async function readTimeline(orderId: string): Promise<Timeline | undefined> {
  if (!isOrderId(orderId)) return undefined
  const order = await db().order.findUnique({
    where: { id: orderId },
    include: { payments: { orderBy: { attempt: 'asc' } } },
  })
  if (!order) return undefined
  const [events, count, left] = await Promise.all([
    db().paymentEvent.findMany({ where: { orderId }, orderBy: { id: 'desc' }, take: MOST_ENTRIES }),
    db().paymentEvent.count({ where: { orderId } }),
    readLeft(orderId),
  ])
  return {
    orderId,
    status: order.status,
    environment: env().MIDTRANS_ENV,
    grossAmount: order.grossAmount,
    attempts: order.payments.map((payment) => ({
      attempt: payment.attempt,
      midtransOrderId: payment.midtransOrderId,
      status: payment.status,
      paymentType: payment.paymentType ?? payment.method,
      grossAmount: payment.grossAmount,
      refunded: payment.refunded,
      left: left.get(payment.id) ?? 0,
    })),
    omitted: Math.max(0, count - events.length),
    entries: [placed(order), ...events.reverse().map((event) => readEntry(event, order))],
  }
}

/** What changes with every event of an order: the mark by which a page sees that it is out of date. */
export async function readTimelineMark(orderId: string): Promise<string | undefined> {
  if (!isOrderId(orderId)) return undefined
  const [row] = await db().$queryRaw<{ status: string; last: string | null }[]>`
    SELECT status::text, (SELECT max(id) FROM payment_event WHERE order_id = orders.id)::text AS last
    FROM orders WHERE id = ${orderId}`
  return row && JSON.stringify({ status: row.status, last: row.last })
}

type OrderWithPayments = Order & { payments: Payment[] }

function placed({ createdAt, grossAmount }: Order): TimelineEntry {
  return {
    id: 'placed',
    at: createdAt.toISOString(),
    afterMs: 0,
    kind: 'placed',
    about: 'order',
    ...nothing,
    body: { gross_amount: grossAmount },
  }
}

const nothing = {
  attempt: null,
  instance: null,
  durationMs: null,
  told: null,
  seen: null,
  verdict: null,
  reason: null,
  curl: null,
} as const

function readEntry(event: PaymentEvent, order: OrderWithPayments): TimelineEntry {
  const { midtransOrderId, source: about } = event
  const payment = order.payments.find((one) => one.midtransOrderId === midtransOrderId)
  const kind = kindOf(event)
  const people = [order.customerName, order.customerEmail, order.customerPhone]
  const body = redactJson(event.body, people)
  return {
    id: String(event.id),
    at: event.at.toISOString(),
    afterMs: event.at.getTime() - order.createdAt.getTime(),
    kind,
    about,
    attempt: payment?.attempt ?? null,
    instance: event.instance,
    durationMs: event.durationMs,
    told: event.statusTold,
    seen: event.statusSeen,
    verdict: event.verdict,
    reason: event.reason,
    body: isEmpty(body) ? null : body,
    curl:
      kind === 'call' && payment
        ? curlOf({
            apiUrl: env().MIDTRANS_API_URL,
            call: about,
            midtransOrderId,
            body,
            idempotencyKey: payment.id,
            notificationUrl: `${env().APP_URL}/api/midtrans/notification`,
          })
        : null,
  }
}

function kindOf({ kind, source }: PaymentEvent): EntryKind {
  if (kind === 'call' || kind === 'error' || kind === 'refused') return kind
  if (source === 'notification' || source === 'replay') return source
  return source === 'shop' ? 'decision' : 'answer'
}

function isEmpty(body: unknown): boolean {
  return typeof body === 'object' && body !== null && Object.keys(body).length === 0
}
