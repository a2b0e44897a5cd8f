import { env } from '@/lib/env'
import { parseGrossAmount } from '@/lib/midtrans/amount'
import type { MidtransClient } from '@/lib/midtrans/client'
import type { Transaction } from '@/lib/midtrans/transaction'
import { endedStatuses, openStatuses } from '@/lib/orders/payment-states'
import { findReconcilable, type KnownPayment } from '@/lib/orders/reconcile'
import { deliver } from './deliver'
import { makeNotification } from './make-notification'

type Say = (line: string) => void

/** Days for which a decided payment is still asked about: it may be paid late, or given back. */
const DAYS = 3
/** How many of those have their turn in a round. */
const TURN = 5

/**
 * Makes the rounds of `npm run listen`. Each asks Midtrans about every open payment and, the first time
 * about all, later in turn about some of the decided ones, and hands what is news to the shop as a
 * notification. What the shop has taken once is not handed over again. A round returns how many were.
 */
export function createRounds(client: MidtransClient, say: Say): () => Promise<number> {
  const taken = new Map<string, string>()
  let turn: number | undefined

  async function lookAt(payment: KnownPayment): Promise<boolean> {
    const { midtransOrderId: id } = payment
    const told = await client.getStatus(id)
    if (!told.ok) {
      if (told.error.code === 'unauthorized') throw wrongKey()
      // A decided payment may well be one that Midtrans never had.
      if (isOpen(payment)) say(`${id}  Midtrans says no status: ${told.error.code}`)
      return false
    }
    const news = `${told.value.transaction_status} ${told.value.refund_amount ?? ''}`.trim()
    if (!isNews(payment, told.value) || taken.get(id) === news) return false
    const { isTaken, words } = await deliver(
      makeNotification(told.value, env().MIDTRANS_SERVER_KEY),
    )
    say(`${id}  ${news}: ${words}`)
    if (isTaken) taken.set(id, news)
    return true
  }

  return async () => {
    const payments = (await findReconcilable(DAYS)).filter(({ chargedAt }) => chargedAt)
    const open = payments.filter(isOpen)
    const decided = payments.filter((payment) => !isOpen(payment))
    const some = turn === undefined ? decided : takeTurn(decided, turn)
    turn = (turn ?? 0) + TURN
    let delivered = 0
    for (const payment of [...open, ...some]) if (await lookAt(payment)) delivered += 1
    return delivered
  }
}

function takeTurn<T>(all: T[], turn: number): T[] {
  const start = all.length > 0 ? turn % all.length : 0
  return [...all.slice(start), ...all.slice(0, start)].slice(0, TURN)
}

function isOpen({ status }: KnownPayment): boolean {
  return openStatuses.includes(status)
}

/** Which word an unpaid attempt ended with may differ: who gave it up first chose it. */
function isNews(payment: KnownPayment, told: Transaction): boolean {
  const isEnded = (word: string) => endedStatuses.some((status) => status === word)
  if (isEnded(payment.status) && isEnded(told.transaction_status)) return false
  const refunded = parseGrossAmount(told.refund_amount) ?? 0
  return told.transaction_status !== payment.status || refunded > payment.refunded
}

/** No other question would be answered either. */
function wrongKey(): Error {
  return new Error(
    `Midtrans (${env().MIDTRANS_API_URL}) does not take this server key. It is the key of another environment, or it is mistyped.`,
  )
}
