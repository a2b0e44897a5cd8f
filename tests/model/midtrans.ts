import type { PaymentStatus } from '@/prisma/generated/client'
import { paymentMoves } from '../kit/payment-moves'

/** What Midtrans says of a transaction, and how many rupiah of it are given back. */
export type News = { status: PaymentStatus; refunded: number }
/** All that it has ever said of one, oldest first; empty while there is no transaction. */
export type Told = { told: News[] }
/** What becomes of a call to Midtrans: it may never arrive, or its answer may not. */
export type Line = 'up' | 'away' | 'mute' | 'held' | 'refuse' | 'deny'

/** Whether a status may follow another: see tests/kit/payment-moves.ts. */
export const moveMarks = new Map(paymentMoves.map(({ from, to, mark }) => [`${from} ${to}`, mark]))

/** Midtrans moves a transaction; nobody has told the shop yet. */
export function moveThere({ price }: { price: number }, { told }: Told, to: PaymentStatus): void {
  const refunded = told.at(-1)?.refunded ?? 0
  const part = Math.min(refunded + price / 10, price - 1)
  const sums: Partial<Record<string, number>> = { partial_refund: part, refund: price }
  told.push({ status: to, refunded: sums[to] ?? refunded })
}

export function canMoveThere({ told }: Told, to: PaymentStatus): boolean {
  const from = told.at(-1)
  const isPart = from?.status === to && to === 'partial_refund'
  return isPart || /[+?]/.test(moveMarks.get(`${from?.status} ${to}`) ?? '')
}
