import { env } from '@/lib/env'
import { describeError, log } from '@/lib/log'
import { readCapped, SlowBodyError } from '@/lib/midtrans/read-capped'
import { recordNotification } from '@/lib/orders/record-notification'
import { inRequest, nameRequest } from '@/lib/request-id'
import { clientAddress } from '@/lib/security/client-address'
import { countOnce } from '@/lib/security/limits'

const LIMIT_BYTES = 64 * 1024

/** Midtrans's bodies are small and come at once. */
const BODY_MS = 4_000

const statusOf = { not_json: 400, wrong_shape: 400, bad_signature: 403, not_stored: 503 } as const

/** Seconds. */
const LATER = { 'Retry-After': '30' }

/**
 * Midtrans's HTTP notification. Answered only after the commit: a 200 means that the news is stored.
 * Whatever cannot be stored now gets a 503, which Midtrans repeats four times; a 500 it repeats only
 * once (docs.midtrans.com, Best Practices to Handle Notification).
 */
export function POST(request: Request): Promise<Response> {
  return inRequest(nameRequest(request.headers.get('x-request-id')), () => take(request))
}

async function take(request: Request): Promise<Response> {
  try {
    const body = await readCapped(request, LIMIT_BYTES, BODY_MS).catch((error: unknown) => {
      if (error instanceof SlowBodyError) return 'too_slow' as const
      throw error
    })
    if (body === 'too_slow') return hangUp(408, 'too_slow')
    if (body === undefined) return hangUp(413, 'too_large')
    const recorded = await recordNotification(body.toString('utf8'))
    if (recorded.ok) return answer(200, recorded.verdict)
    if (recorded.error === 'bad_signature') {
      const wait = await countOnce('LIMIT_BAD_SIGNATURES', addressOf(request))
      if (wait > 0) return answer(429, 'too_many', { 'Retry-After': String(wait) })
    }
    const headers = recorded.error === 'not_stored' ? LATER : {}
    return answer(statusOf[recorded.error], recorded.error, headers)
  } catch (error) {
    // The connection broke off within the body: whose news it was is not known.
    log('warn', 'notification.not_read', { error: describeError(error) })
    return answer(503, 'not_read', LATER)
  }
}

/** Who sends bodies that Midtrans did not sign. What it did sign is counted by nobody. */
function addressOf(request: Request): string {
  return clientAddress(request.headers, env().TRUSTED_PROXIES)
}

/** The rest of such a body is not wanted: without this the server would go on taking it. */
function hangUp(status: number, result: string): Response {
  return answer(status, result, { Connection: 'close' })
}

/**
 * What became of the body is in a header. Midtrans reads nothing but the status, and Next streams a body to the
 * socket, which costs as much as deciding the payment: only a refusal, which a person will look at, has one.
 */
function answer(status: number, result: string, more?: HeadersInit): Response {
  const headers = { 'Cache-Control': 'no-store', 'Notification-Result': result, ...more }
  return status === 200
    ? new Response(null, { status, headers })
    : Response.json({ result }, { status, headers })
}
