import { serveHttp } from '@/tests/kit/http-server'
import { waitFor } from '@/tests/kit/wait-for'
import { describeTimes, runLoad } from '../load'
import { headers, newCharge } from './charges'

/** How many milliseconds after the answer to a payment its notification arrives; 0 when it was there before. */
export async function measureNotifications(url: string, connections: number, payments: number) {
  const seen = { pending: new Map<string, number>(), settlement: new Map<string, number>() }
  const receiver = await serveHttp(({ body }, response) => {
    const { order_id, transaction_status } = JSON.parse(body)
    seen[transaction_status as keyof typeof seen].set(order_id, performance.now())
    response.end()
  })
  const charges = Array.from({ length: payments }, newCharge)
  await runLoad({
    url,
    connections,
    requests: payments,
    make: (index) => ({
      path: '/v2/charge',
      headers: { ...headers, 'X-Override-Notification': receiver.url },
      body: charges[index]?.body ?? '',
    }),
    isGood: ({ status }) => status === 200,
  })
  await waitFor('the notifications of the charges', () => seen.pending.size === payments, 60_000)

  const answeredAt = new Map<string, number>()
  await runLoad({
    url,
    connections,
    requests: payments,
    make: (index) => ({
      path: `/_sandbox/transactions/${charges[index]?.orderId}/pay`,
      body: '{}',
    }),
    isGood({ status, body }) {
      answeredAt.set(JSON.parse(body).order_id, performance.now())
      return status === 200
    },
  })
  await waitFor('the notifications of payments', () => seen.settlement.size === payments, 60_000)
  await receiver.close()
  return describeTimes(
    charges.map(({ orderId }) =>
      Math.max(0, (seen.settlement.get(orderId) ?? 0) - (answeredAt.get(orderId) ?? 0)),
    ),
  )
}
