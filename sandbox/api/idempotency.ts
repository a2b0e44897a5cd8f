import type { Sandbox } from '../sandbox'
import { schedule } from '../schedule'
import type { Merchant } from '../store/records'
import type { Answer } from './answers'

// docs.midtrans.com, API headers: five minutes, only successes, one key for all addresses and bodies; a key
// of more than 46 characters is ignored.
const LIFE_MS = 5 * 60 * 1000
const MAX_KEY_LENGTH = 46

export function readIdempotencyKey(header: string | undefined): string | undefined {
  return header && header.length <= MAX_KEY_LENGTH ? header : undefined
}

/** Gives the answer kept under this key, or does the work and keeps its answer, in one write. */
export function answerOnce(
  sandbox: Sandbox,
  merchant: Merchant,
  key: string | undefined,
  work: () => Answer,
): Answer {
  const { store, clock } = sandbox
  return store.write(() => {
    if (!key) return work()
    const now = clock.now()
    const kept = store.answers.get([merchant.merchantId, key])
    if (kept && now - kept.storedAt < LIFE_MS) return { http: kept.http, body: kept.body }
    const answer = work()
    if (isSuccess(answer)) {
      store.answers.put([merchant.merchantId, key], { ...answer, storedAt: now })
      schedule(sandbox, '', now + LIFE_MS, 'forget', `${merchant.merchantId} ${key}`)
    }
    return answer
  })
}

function isSuccess({ http, body }: Answer): boolean {
  const code = String(body.status_code)
  return http === 200 && (code.startsWith('2') || code === '407')
}
