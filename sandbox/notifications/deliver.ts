import type { Sandbox } from '../sandbox'
import { schedule } from '../schedule'
import type { Attempt, Delivery } from '../store/records'
import { post } from './post'
import { waitAfter } from './retry-policy'

const KEPT_ATTEMPTS = 50

/** Sends a delivery that is due, keeps what came of it and when to try again. Safe to call too often. */
export async function deliver(sandbox: Sandbox, id: number): Promise<void> {
  const url = readDue(sandbox, id)?.url
  if (!url || sandbox.sending.has(id)) return
  sandbox.sending.add(id)
  const sent = await sandbox.lanes.run(url, async () => {
    // While it waited for its turn it may have been reset, or sent by hand.
    const delivery = readDue(sandbox, id)
    if (delivery) keep(sandbox, id, await attempt(sandbox, delivery, url))
    return delivery
  })
  sandbox.sending.delete(id)
  if (sent) releaseHeld(sandbox, sent)
}

/** Sends what is there once more, on demand, to the same URL or another. The retries go on as they would. */
export async function resend(sandbox: Sandbox, id: number, url: string | null): Promise<void> {
  const delivery = sandbox.store.deliveries.get(id)
  if (!delivery || !url) return
  keep(sandbox, id, { ...(await attempt(sandbox, delivery, url)), resentTo: url })
}

function readDue({ closed, store, clock }: Sandbox, id: number): Delivery | undefined {
  if (closed) return undefined
  const delivery = store.deliveries.get(id)
  if (!delivery || delivery.nextTry === null) return undefined
  return delivery.nextTry <= clock.now(delivery.orderId) ? delivery : undefined
}

async function attempt(
  { clock, config }: Sandbox,
  delivery: Delivery,
  url: string,
): Promise<Attempt> {
  const at = clock.now(delivery.orderId)
  const started = performance.now()
  const received = await post(url, delivery, config.notificationTimeoutMs)
  return { at, ...received, durationMs: Math.round((performance.now() - started) * 10) / 10 }
}

/** A delivery that was reset while it was on the wire stays forgotten. */
function keep(sandbox: Sandbox, id: number, made: Attempt): void {
  const { store, clock, closed } = sandbox
  if (closed) return
  store.write(() => {
    const delivery = store.deliveries.get(id)
    if (!delivery) return
    const attempts = [...delivery.attempts, made].slice(-KEPT_ATTEMPTS)
    const outcome = outcomeOf(made, attempts, clock.now(delivery.orderId))
    store.deliveries.put(id, { ...delivery, attempts, ...outcome })
    if (outcome.nextTry) schedule(sandbox, delivery.orderId, outcome.nextTry, 'deliver', String(id))
  })
}

/** What the latest attempt makes of a delivery. One by hand that fails changes nothing. */
function outcomeOf(made: Attempt, attempts: Attempt[], now: number): Partial<Delivery> {
  const { status, resentTo } = made
  if (status !== undefined && status >= 200 && status < 300) {
    return { state: 'delivered', nextTry: null }
  }
  if (resentTo !== undefined) return {}
  const tries = attempts.filter((each) => each.resentTo === undefined).length
  const wait = waitAfter(tries, status)
  return wait === null
    ? { state: 'given_up', nextTry: null }
    : { state: 'waiting', nextTry: now + wait }
}

/** The fault `reverse` holds a notification until a later one of the same transaction has gone out. */
function releaseHeld(sandbox: Sandbox, sent: Delivery): void {
  if (sent.state === 'held') return
  const { store, clock } = sandbox
  for (const [, id] of store.deliveriesByOrder.getKeys({
    start: [sent.orderId, 0],
    end: [sent.orderId, sent.id],
  })) {
    const held = store.deliveries.get(id)
    if (held?.state !== 'held' || held.transactionId !== sent.transactionId) continue
    store.write(() => store.deliveries.put(id, { ...held, nextTry: clock.now(held.orderId) }))
    void deliver(sandbox, id)
  }
}
