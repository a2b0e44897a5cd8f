import { env } from '@/lib/env'

/** Posts a notification to the shop, as Midtrans would: whether the shop has taken it, and what to say of it. */
export async function deliver(body: object): Promise<{ isTaken: boolean; words: string }> {
  const url = `${env().APP_URL}/api/midtrans/notification`
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(15_000),
    })
    const result = response.headers.get('notification-result') ?? (await response.text())
    const answer = `${response.status} ${result.slice(0, 200)}`
    return { isTaken: response.ok, words: `notified ${url}, which answered ${answer}` }
  } catch {
    return { isTaken: false, words: `${url} could not be reached; the next round tries again` }
  }
}
