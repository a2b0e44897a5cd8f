import type { Sandbox } from '../sandbox'
import { schedule } from '../schedule'
import type { Answer } from './answers'

// docs.midtrans.com, API headers: five minutes, only successes, one key for all addresses and bodies; a key
// of more than 46 characters is ignored. The key is global: whoever sends another merchant's key gets that
// merchant's answer. That tells nothing here which /_sandbox does not show to everybody.
const LIFE_MS = 5 * 60 * 1000
const MAX_KEY_LENGTH = 46

export function readIdempotencyKey(header: string | undefined, body: unknown): string | undefined {
  return header && header.length <= MAX_KEY_LENGTH && !isForPermata(body) ? header : undefined
}

/** Permata, KlikBCA, CIMB Clicks and Indomaret do not support the header; of these only Permata is here. */
function isForPermata(body: unknown): boolean {
  const request = body as { payment_type?: unknown; bank_transfer?: { bank?: unknown } | null }
  if (request?.payment_type === 'permata') return true
  if (request?.payment_type !== 'bank_transfer') return false
  return !request.bank_transfer || request.bank_transfer.bank === 'permata'
}

/** Gives the answer kept under this key, or does the work and keeps its answer, in one write. */
export function answerOnce(sandbox: Sandbox, key: string | undefined, work: () => Answer): Answer {
  const { store, clock } = sandbox
  return store.write(() => {
    if (!key) return work()
    const now = clock.now()
    const kept = store.answers.get(key)
    if (kept && now - kept.storedAt < LIFE_MS && isOfSomething(sandbox, kept)) {
      return { http: kept.http, body: kept.body }
    }
    const answer = work()
    if (isSuccess(answer)) {
      store.answers.put(key, { ...answer, storedAt: now })
      schedule(sandbox, '', now + LIFE_MS, 'forget', key)
    }
    return answer
  })
}

/** A reset may have forgotten the transaction that an answer is about: then the answer goes with it. */
function isOfSomething({ store }: Sandbox, { body }: Answer): boolean {
  const id = body.transaction_id
  return typeof id !== 'string' || store.transactions.doesExist(id)
}

function isSuccess({ http, body }: Answer): boolean {
  const code = String(body.status_code)
  return http === 200 && (code.startsWith('2') || code === '407')
}
