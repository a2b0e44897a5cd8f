import 'server-only'
import { setTimeout } from 'node:timers/promises'
import { db } from '@/lib/db'
import type { PaymentStatus } from '@/prisma/generated/client'
import { checkPayment } from './check-payment'
import { type Lease, leaseNow } from './lease'
import { endedStatuses, openStatuses } from './payment-states'
import { delay } from './schedule'

/** A payment as it stands here. */
export type KnownPayment = {
  id: string
  orderId: string
  attempt: number
  midtransOrderId: string
  status: PaymentStatus
  /** Rupiah. */
  refunded: number
  /** Null when its charge was never sent. */
  chargedAt: Date | null
}

/** What one comparison with Midtrans found, and what was done about it. */
export type Finding = {
  orderId: string
  attempt: number
  /** The status here, before. */
  here: PaymentStatus
  /** The status that Midtrans told, or why it told none. */
  midtrans: string
  /** In words; empty when there was nothing to do. */
  done: string
  /** Whether both sides mean the same now. */
  agrees: boolean
}

type Event = { source: string; kind: string; statusTold: string | null; code: string | null }

const columns = {
  id: true,
  orderId: true,
  attempt: true,
  midtransOrderId: true,
  status: true,
  refunded: true,
  chargedAt: true,
} as const

/**
 * The payments about which Midtrans could know more, oldest first: every open one, and of the last
 * `days` days every decided one that was charged. It may have been paid late, or refunded.
 */
export async function findReconcilable(days: number): Promise<KnownPayment[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM payment
    WHERE status = ANY(${openStatuses}::payment_status[])
      OR (charged_at IS NOT NULL AND created_at > now() - make_interval(days => ${days}::int))`
  return db().payment.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    select: columns,
    orderBy: [{ createdAt: 'asc' }, { attempt: 'asc' }],
  })
}

/** A payment that a person must look at, and why. */
export type MarkedPayment = Pick<KnownPayment, 'orderId' | 'attempt' | 'status'> & {
  attention: string[]
}

/** The payments of the last `days` days that are marked for a person, oldest first. */
export function findMarked(days: number): Promise<MarkedPayment[]> {
  return db().$queryRaw`
    SELECT order_id AS "orderId", attempt, status::text, attention FROM payment
    WHERE attention <> '{}' AND created_at > now() - make_interval(days => ${days}::int)
    ORDER BY created_at, attempt`
}

/**
 * Asks Midtrans about one payment and does whatever it needs, as the worker would when it is due. Waits
 * while somebody else works on it, or while Midtrans was asked a moment ago.
 */
export async function reconcilePayment(before: KnownPayment): Promise<Finding> {
  const lease = await waitForLease(before.id)
  return lease ? compare(before, lease) : describe(before, before, [])
}

/** The same at once: undefined while somebody else works on it, or Midtrans was asked a moment ago. */
export async function compareNow(before: KnownPayment): Promise<Finding | undefined> {
  const lease = await leaseNow(before.id)
  return lease && compare(before, lease)
}

async function compare(before: KnownPayment, lease: Lease): Promise<Finding> {
  const last = await db().paymentEvent.findFirst({
    where: { orderId: before.orderId },
    orderBy: { id: 'desc' },
  })
  await checkPayment(lease)
  const events = await db().$queryRaw<Event[]>`
    SELECT source, kind, status_told AS "statusTold",
      CASE WHEN kind = 'error' THEN body::json ->> 'code' END AS code
    FROM payment_event
    WHERE order_id = ${before.orderId} AND midtrans_order_id = ${before.midtransOrderId}
      AND id > ${last?.id ?? 0n} AND source IN ('charge', 'status', 'cancel', 'expire')
    ORDER BY id`
  const after = await db().payment.findUniqueOrThrow({ where: { id: before.id }, select: columns })
  return describe(before, after, events)
}

/** Twice as long as it takes for a lease to end and for Midtrans to be asked again. */
async function waitForLease(paymentId: string): Promise<Lease | undefined> {
  const patience = 2 * (delay('lease') + delay('statusPause'))
  const pause = patience / 100
  for (let waited = 0; waited < patience; waited += pause) {
    const lease = await leaseNow(paymentId)
    if (lease) return lease
    await setTimeout(pause * 1000)
  }
  return undefined
}

function describe(before: KnownPayment, after: KnownPayment, events: Event[]): Finding {
  const answers = events.filter(({ kind }) => kind !== 'call')
  const first = answers[0]
  const last = answers.at(-1)
  const done = [
    ...answers.flatMap(({ source, kind }) => (kind === 'fact' ? (deeds[source] ?? []) : [])),
    ...(after.status === before.status ? [] : [`now ${after.status} here`]),
    ...(after.refunded === before.refunded ? [] : [`refunded ${after.refunded} here`]),
  ]
  return {
    orderId: before.orderId,
    attempt: before.attempt,
    here: before.status,
    midtrans: first?.statusTold ?? (first ? (first.code ?? 'no answer') : 'not asked'),
    done: done.join(', '),
    agrees: last !== undefined && meansTheSame(after.status, last),
  }
}

const deeds: Record<string, string> = {
  charge: 'charged',
  cancel: 'cancelled at Midtrans',
  expire: 'expired at Midtrans',
}

/** Which word an unpaid attempt ended with may differ: who gave it up first chose it. */
function meansTheSame(here: PaymentStatus, { statusTold, code }: Event): boolean {
  if (!endedStatuses.includes(here)) return here === statusTold
  return code === 'not_found' || endedStatuses.some((status) => status === statusTold)
}
