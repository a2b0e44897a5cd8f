import type { Sandbox } from '../sandbox'
import { schedule } from '../schedule'
import type { Attempt, Delivery } from '../store/records'
import { post } from './post'
import { waitAfter } from './retry-policy'

/** Sends a delivery that is due, keeps what came of it and when to try again. Safe to call too often. */
export async function deliver(sandbox: Sandbox, id: number): Promise<void> {
  if (sandbox.closed) return
  const delivery = sandbox.store.deliveries.get(id)
  if (!delivery?.url || delivery.nextTry === null || sandbox.sending.has(id)) return
  if (delivery.nextTry > sandbox.clock.now(delivery.orderId)) return
  await send(sandbox, delivery, delivery.url)
  releaseHeld(sandbox, delivery)
}

/** Sends again what was sent before, on demand, to the same URL or another. */
export async function resend(sandbox: Sandbox, id: number, url: string | null): Promise<void> {
  const delivery = sandbox.store.deliveries.get(id)
  if (delivery && url && !sandbox.sending.has(id)) await send(sandbox, delivery, url)
}

async function send(sandbox: Sandbox, { id, orderId, contentType, body }: Delivery, url: string) {
  sandbox.sending.add(id)
  const at = sandbox.clock.now(orderId)
  const started = performance.now()
  const received = await post(url, contentType, body)
  sandbox.sending.delete(id)
  const durationMs = Math.round((performance.now() - started) * 10) / 10
  if (!sandbox.closed) record(sandbox, id, url, { at, ...received, durationMs })
}

function record(sandbox: Sandbox, id: number, url: string, attempt: Attempt): void {
  const { store, clock } = sandbox
  store.write(() => {
    const delivery = store.deliveries.get(id)
    if (!delivery) return
    const attempts = [...delivery.attempts, attempt]
    const succeeded = attempt.status !== undefined && attempt.status >= 200 && attempt.status < 300
    const wait = succeeded ? null : waitAfter(attempts.length, attempt.status)
    const nextTry = wait === null ? null : clock.now(delivery.orderId) + wait
    const state = succeeded ? 'delivered' : nextTry === null ? 'given_up' : 'waiting'
    store.deliveries.put(id, { ...delivery, url, attempts, nextTry, state })
    if (nextTry !== null) schedule(sandbox, delivery.orderId, nextTry, 'deliver', String(id))
  })
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
