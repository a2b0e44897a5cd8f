import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { MidtransClient } from '@/lib/midtrans/client'
import { openStatuses } from '@/lib/orders/payment-states'
import { makeNotification } from './make-notification'

type Say = (line: string) => void

/** The key does not belong to the environment: no other question would be answered either. */
export class WrongKeyError extends Error {}

/**
 * Asks Midtrans about every pending payment once, and hands what differs to the shop as a notification.
 * Returns how many were handed over.
 */
export async function runRound(client: MidtransClient, say: Say): Promise<number> {
  const payments = await db().payment.findMany({
    where: { status: { in: openStatuses }, chargedAt: { not: null } },
    select: { midtransOrderId: true, status: true },
    orderBy: { createdAt: 'desc' },
  })
  let delivered = 0
  for (const { midtransOrderId, status } of payments) {
    const told = await client.getStatus(midtransOrderId)
    if (!told.ok && told.error.code === 'unauthorized') {
      throw new WrongKeyError(
        `Midtrans (${env().MIDTRANS_API_URL}) does not take this server key. It is the key of another environment, or it is mistyped.`,
      )
    }
    if (!told.ok) {
      say(`${midtransOrderId}  Midtrans says no status: ${told.error.code}`)
    } else if (told.value.transaction_status !== status) {
      const body = makeNotification(told.value, env().MIDTRANS_SERVER_KEY)
      say(`${midtransOrderId}  ${told.value.transaction_status}: ${await deliver(body)}`)
      delivered += 1
    }
  }
  return delivered
}

async function deliver(body: object): Promise<string> {
  const url = `${env().APP_URL}/api/midtrans/notification`
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(15_000),
    })
    return `notified ${url}, which answered ${response.status} ${(await response.text()).slice(0, 200)}`
  } catch {
    return `${url} could not be reached; the next round tries again`
  }
}
