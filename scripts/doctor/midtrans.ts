import { randomUUID } from 'node:crypto'
import { type Environment, isLoopback } from '@/lib/env'
import { createMidtransClient } from '@/lib/midtrans/client'
import { type Finding, ill, well } from './check'

const TIMEOUT_MS = 8_000

/** Asks for the status of an order that nobody has: 404 means that Midtrans is there and takes the key. */
export async function checkKey(env: Environment): Promise<Finding> {
  const { MIDTRANS_ENV, MIDTRANS_API_URL: apiUrl, MIDTRANS_SERVER_KEY: serverKey } = env
  const client = createMidtransClient({ apiUrl, serverKey, timeoutMs: TIMEOUT_MS })
  const asked = await client.getStatus(`tokoku-doctor-${randomUUID().slice(0, 8)}`)
  const code = asked.ok ? 'not_found' : asked.error.code
  if (code === 'not_found') return well(`${apiUrl} answers and takes the key (${MIDTRANS_ENV})`)
  if (code === 'unauthorized') {
    return ill(
      `${apiUrl} does not take the key`,
      `MIDTRANS_ENV is ${MIDTRANS_ENV}: take the Server Key of that environment from the Midtrans dashboard, Settings > Access Keys.`,
    )
  }
  return ill(
    `${apiUrl} does not answer as Midtrans does (${code})`,
    MIDTRANS_ENV === 'local'
      ? 'Start the local Midtrans with `npm run demo` or `npm run sandbox`.'
      : 'Look at the network, a proxy, and status.midtrans.com.',
  )
}

/** An empty body is refused with 400 by the route itself, and leaves nothing behind. */
export async function checkNotificationUrl(env: Environment): Promise<Finding> {
  const url = `${env.APP_URL}/api/midtrans/notification`
  const options = { method: 'POST', body: '', redirect: 'manual' } as const
  const answer = await fetch(url, { ...options, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(
    () => undefined,
  )
  if (!answer) {
    return ill(`${url} cannot be reached`, 'Start the shop, or set APP_URL to where it answers.')
  }
  if (answer.status >= 300 && answer.status < 400) {
    const target = answer.headers.get('location') ?? 'elsewhere'
    return ill(
      `${url} redirects to ${target}`,
      'Midtrans does not follow redirects: set APP_URL to the address behind it.',
    )
  }
  if (answer.status !== 400) {
    return ill(`${url} answers ${answer.status}`, 'Set APP_URL to the address of this shop.')
  }
  if (env.MIDTRANS_ENV !== 'local' && isLoopback(env.APP_URL)) {
    return ill(
      `${url} answers, but Midtrans cannot reach it`,
      'Set APP_URL to a public address, or run `npm run listen` beside the shop.',
    )
  }
  return well(`${url} answers, without a redirect`)
}

const MOST_SECONDS = 30

/** Compares this machine's clock with what Midtrans says in the header of any answer. */
export async function checkClock(env: Environment): Promise<Finding> {
  const answer = await fetch(env.MIDTRANS_API_URL, {
    method: 'HEAD',
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => undefined)
  return judgeClock(answer?.headers.get('date') ?? null, Date.now())
}

export function judgeClock(theirs: string | null, ours: number): Finding {
  const there = Date.parse(theirs ?? '')
  if (Number.isNaN(there)) {
    return ill('nobody to compare it with', 'Make Midtrans reachable first.')
  }
  const seconds = Math.round((ours - there) / 1000)
  const said = `${Math.abs(seconds)} s ${seconds < 0 ? 'behind' : 'ahead of'} Midtrans's`
  return Math.abs(seconds) <= MOST_SECONDS
    ? well(said)
    : ill(said, 'Set the clock of this machine, and let NTP keep it.')
}
