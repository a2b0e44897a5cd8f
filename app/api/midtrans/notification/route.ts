import { describeError, log } from '@/lib/log'
import { readCapped } from '@/lib/midtrans/read-capped'
import { recordNotification } from '@/lib/orders/record-notification'

const LIMIT_BYTES = 64 * 1024

const statusOf = { not_json: 400, wrong_shape: 400, bad_signature: 403 } as const

/**
 * Midtrans's HTTP notification. Answered only after the commit: a 200 means that the news is stored.
 * Whatever cannot be stored now gets a 503, which Midtrans repeats four times; a 500 it repeats only
 * once (docs.midtrans.com, Best Practices to Handle Notification).
 */
export async function POST(request: Request): Promise<Response> {
  try {
    const body = await readCapped(request, LIMIT_BYTES)
    if (body === undefined) return answer(413, 'too_large')
    const recorded = await recordNotification(body.toString('utf8'))
    return recorded.ok
      ? answer(200, recorded.verdict)
      : answer(statusOf[recorded.error], recorded.error)
  } catch (error) {
    log('error', 'notification.not_stored', { error: describeError(error) })
    return answer(503, 'not_stored', { 'Retry-After': '30' })
  }
}

function answer(status: number, result: string, headers?: HeadersInit): Response {
  return Response.json({ result }, { status, headers: { 'Cache-Control': 'no-store', ...headers } })
}
