import { setTimeout } from 'node:timers/promises'
import type { Stage } from '../support/stage'
import { type Chance, choose } from './chance'
import type { RefundDesk } from './refund-desk'
import { REFUND_SHARE } from './size'

/** How often the cashier looks whether an order is paid, or asks once more, and how long each pause is. */
const TRIES = 150
const PAUSE_MS = 200
/** Of the refunds at the desk, those in whose middle it is killed. */
const KILL_SHARE = 0.05

/** One refund: of a part of the amount, or of all that is left. */
type Step = { by: 'shop' | 'dashboard'; part?: number }

const plans: readonly (readonly Step[])[] = [
  [{ by: 'shop' }],
  [{ by: 'shop', part: 0.25 }],
  [
    { by: 'shop', part: 0.25 },
    { by: 'shop', part: 0.5 },
  ],
  [{ by: 'shop', part: 0.5 }, { by: 'shop' }],
  [{ by: 'dashboard', part: 0.5 }],
  [{ by: 'dashboard' }],
  [
    { by: 'dashboard', part: 0.3 },
    { by: 'shop', part: 0.3 },
  ],
]

export type RefundCounts = {
  /** Refunds that the shop said were made; that it asks for again by itself; that were turned down. */
  made: number
  unanswered: number
  refused: number
  byDashboard: number
  deskKills: number
}

/** Gives money back for a part of the orders that were paid, chosen by the seed. */
export type Cashier = {
  serve(email: string, orderId: string): void
  /** Resolves when every refund has been asked for; tells which could not be, in sentences. */
  finish(): Promise<string[]>
  counts(): RefundCounts
  /** The keys of the refunds that the shop said were made. */
  acknowledged: Set<string>
}

export function createCashier(stage: Stage, chance: Chance, desk: RefundDesk): Cashier {
  const counts: RefundCounts = { made: 0, unanswered: 0, refused: 0, byDashboard: 0, deskKills: 0 }
  const acknowledged = new Set<string>()
  const underWay: Promise<void>[] = []
  const failures: string[] = []

  function start(work: Promise<void>): void {
    underWay.push(work.catch((error: Error) => void failures.push(error.message)))
  }

  /** The amount of an order once the shop says that it is paid; undefined when it does not come to that. */
  async function waitUntilPaid(orderId: string): Promise<number | undefined> {
    for (let n = 1; n <= TRIES; n += 1) {
      const answer = await fetch(`${stage.front.url}/orders/${orderId}/status`).catch(
        () => undefined,
      )
      const order = answer?.ok ? await answer.json().catch(() => undefined) : undefined
      if (order?.status === 'paid') return order.grossAmount
      if (order && order.status !== 'pending') return undefined
      await setTimeout(PAUSE_MS)
    }
    return undefined
  }

  async function refundAtDesk(orderId: string, refundKey: string, amount?: number): Promise<void> {
    let last = ''
    for (let n = 1; n <= TRIES; n += 1) {
      const asked = desk.refund({ orderId, refundKey, ...(amount && { amount }) })
      if (n === 1 && chance('desk dies', refundKey) < KILL_SHARE) {
        counts.deskKills += 1
        start(setTimeout(chance('when', refundKey) * 150).then(() => desk.kill()))
      }
      const answer = await asked.catch((error: Error) => ({
        ...{ ok: false as const, code: 'threw' as const, why: error.message },
      }))
      if (answer.ok) {
        counts.made += 1
        acknowledged.add(refundKey)
        return
      }
      // Asked for before: by a call of ours whose answer was lost.
      if (answer.code === 'no_answer' || answer.code === 'asked_before') {
        counts.unanswered += 1
        return
      }
      if (answer.code !== 'threw' && answer.code !== 'not_found') {
        counts.refused += 1
        return
      }
      last = answer.code === 'threw' ? answer.why : answer.code
      await setTimeout(PAUSE_MS)
    }
    throw new Error(`${orderId} could not be given back: ${last}`)
  }

  async function refundAtDashboard(orderId: string, key: string, amount: number): Promise<void> {
    const known = await Promise.all(
      [1, 2].map((n) => stage.sandbox.transactions(`${orderId}-${n}`)),
    )
    const paid = known.flat().find(({ transaction_status: s }) => /^(settlement|partial)/.test(s))
    if (!paid) return
    await stage.sandbox.refund(paid.transaction_id, { refund_key: key, amount })
    counts.byDashboard += 1
  }

  async function giveBack(email: string, orderId: string): Promise<void> {
    const grossAmount = await waitUntilPaid(orderId)
    if (grossAmount === undefined) return
    for (const [n, { by, part }] of choose(chance(email, 'how'), plans).entries()) {
      const key = `${email.replaceAll(/\W/g, '-')}-${n}`
      const amount = part && Math.floor(grossAmount * part)
      if (by === 'shop') await refundAtDesk(orderId, key, amount)
      else await refundAtDashboard(orderId, key, amount ?? grossAmount)
    }
  }

  return {
    serve(email, orderId) {
      if (chance(email, 'refund') >= REFUND_SHARE) return
      start(giveBack(email, orderId))
    },
    async finish() {
      while (underWay.length > 0) await Promise.all(underWay.splice(0))
      return failures
    },
    counts: () => counts,
    acknowledged,
  }
}
