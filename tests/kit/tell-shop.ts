import { notificationOf, sign } from './notifications'
import type { SandboxTransaction } from './sandbox-control'

/** Tells a running shop in Midtrans's name what Midtrans itself knows nothing of. */
export async function tellShop(
  { url, serverKey }: { url: string; serverKey: string | undefined },
  { order_id, transaction_id, gross_amount }: SandboxTransaction,
  status: string,
  amount = gross_amount,
): Promise<void> {
  const about = { order_id, transaction_id, gross_amount: amount }
  const answer = await fetch(`${url}/api/midtrans/notification`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(sign(notificationOf(about, status), serverKey)),
  })
  if (answer.status !== 200) throw new Error(`${status} of ${order_id}: ${answer.status}`)
}
