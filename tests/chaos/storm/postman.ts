import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Gate } from '../support/boundary'
import { type Chance, choose } from './chance'
import { FORGED_SHARE, type Size } from './size'

const ROUTE = 'POST /api/midtrans/notification'
/** Milliseconds that a copy may be on its way. */
const LONGEST_DELAY = 4_000
/** Copies that are posted while the database is away. */
const INSISTENT = 10

export type Postman = {
  /** Stands where Midtrans posts to: some of its notifications are lost or late, all are remembered. */
  gate: Gate
  /** Posts some copies at this very moment, as when the database is away, and waits for the answers. */
  insist(): Promise<void>
  /** Posts what is left of the copies, and resolves when all are answered. */
  finish(): Promise<void>
  /** From now on what Midtrans posts arrives. */
  stopFaults(): void
  counts(): { originals: number; copies: number; forged: number; believedForgeries: number }
  /** The SHA-256 of every body that was answered with 2xx. */
  acknowledged: Set<string>
}

/** Posts every notification of Midtrans several times more, in any order, and forged ones among them. */
export function createPostman(chance: Chance, size: Size, shopUrl: string): Postman {
  const bodies: string[] = []
  const known = new Set<string>()
  const acknowledged = new Set<string>()
  const underWay = new Set<Promise<void>>()
  const forgedTotal = Math.round(size.notifications * FORGED_SHARE)
  // A pending and a final one of each order are Midtrans's own.
  const copiesOfEach = Math.floor((size.notifications - forgedTotal) / (size.orders * 2)) - 1
  let [originals, copies, forged, believedForgeries] = [0, 0, 0, 0]
  let faultsOver = false

  function acknowledge(body: string, status: number | undefined): void {
    if (status === undefined || status < 200 || status > 299) return
    acknowledged.add(createHash('sha256').update(body).digest('hex'))
  }

  /** Undefined when no process took it. */
  async function post(body: string): Promise<number | undefined> {
    const init = { method: 'POST', body, signal: AbortSignal.timeout(20_000) }
    const answer = await fetch(`${shopUrl}/api/midtrans/notification?copy`, init).catch(() => {})
    await answer?.arrayBuffer().catch(() => {})
    return answer?.status
  }

  async function deliver(text: string): Promise<void> {
    acknowledge(text, await post(text))
  }

  /**
   * Every other copy says the same in a text of its own: were all the same, one that was stored would hide
   * another that was not, although it was answered 2xx.
   */
  async function send(body: string, delay: number): Promise<void> {
    await setTimeout(delay)
    copies += 1
    const text = copies % 2 === 0 ? body : addField(body, `copy ${copies}`)
    await deliver(text)
  }

  async function forge(body: string, delay: number): Promise<void> {
    await setTimeout(delay)
    forged += 1
    const isKeyless = chance('forgery', forged) < 0.5
    const text = isKeyless ? signWrongly(body) : swapStatus(body)
    const status = await post(text)
    // A wrong signature is refused outright; a swapped word is answered 200 and kept for a person.
    if (!isKeyless) acknowledge(text, status)
    else if (status !== undefined && status < 300) believedForgeries += 1
  }

  function start(work: Promise<void>): void {
    underWay.add(work)
    void work.finally(() => underWay.delete(work))
  }

  function copy(body: string): void {
    const nth = bodies.push(body)
    for (let i = 0; i < copiesOfEach; i += 1) {
      start(send(body, chance('copy', nth, i) * LONGEST_DELAY))
    }
    const forgedByNow = Math.floor((forgedTotal * nth) / (size.orders * 2))
    const forgedBefore = Math.floor((forgedTotal * (nth - 1)) / (size.orders * 2))
    if (forgedByNow > forgedBefore) start(forge(body, chance('forged', nth) * LONGEST_DELAY))
  }

  return {
    async gate({ side, what, path, text, status }) {
      if (what !== ROUTE || path?.endsWith('?copy')) return 'pass'
      if (side === 'after') {
        acknowledge(text, status)
        return 'pass'
      }
      originals += 1
      if (!known.has(text)) {
        known.add(text)
        copy(text)
      }
      if (faultsOver) return 'pass'
      const luck = chance('original', originals)
      if (luck < 0.3) return 'cut'
      if (luck < 0.5) await setTimeout(luck * 2_000)
      return 'pass'
    },
    async insist() {
      const some = bodies.slice(-INSISTENT)
      // Texts of their own: what is answered 2xx now must be found on record later.
      await Promise.all(some.map((body, i) => deliver(addField(body, `away ${copies + i}`))))
      copies += some.length
    },
    async finish() {
      await Promise.all(underWay)
      while (bodies.length > 0 && originals + copies + forged < size.notifications) {
        const left = size.notifications - originals - copies - forged
        const isForged = forged < forgedTotal
        const batch = Array.from({ length: Math.min(left, isForged ? 1 : 32) }, (_, i) =>
          choose(chance('again', copies + forged, i), bodies),
        )
        await Promise.all(batch.map((body) => (isForged ? forge(body, 0) : send(body, 0))))
      }
    },
    stopFaults() {
      faultsOver = true
    },
    counts: () => ({ originals, copies, forged, believedForgeries }),
    acknowledged,
  }
}

/** A field that nobody knows: Midtrans may add some at any time, and the signature does not cover them. */
function addField(body: string, name: string): string {
  return JSON.stringify({ ...JSON.parse(body), copy_name: name })
}

function signWrongly(body: string): string {
  const paid = { transaction_status: 'settlement', status_code: '200' }
  return JSON.stringify({ ...JSON.parse(body), ...paid, signature_key: 'a'.repeat(128) })
}

/** The signature does not cover the status: the word is another, the code and the signature stay. */
function swapStatus(body: string): string {
  const { transaction_status: status, ...rest } = JSON.parse(body)
  return JSON.stringify({
    ...rest,
    transaction_status: status === 'pending' ? 'settlement' : 'pending',
  })
}
