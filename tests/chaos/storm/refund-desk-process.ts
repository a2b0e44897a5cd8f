import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { describeError } from '@/lib/log'
import { refundPayment } from '@/lib/orders/refund-payment'
import type { RefundRequest } from './refund-desk'

// The shop's own refunds, as `npm run payment -- refund` makes them, in a process that stays: one for each
// refund would spend a second on starting.
const server = createServer(async (request, response) => {
  const { orderId, refundKey, amount } = (await json(request)) as RefundRequest
  const wish = { refundKey, amount, reason: 'Broken in the storm' }
  const answer = await refundPayment({ orderId }, wish).catch((error: unknown) => ({
    ok: false,
    code: 'threw',
    why: describeError(error),
  }))
  response.end(JSON.stringify(answer))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address && typeof address === 'object') console.log(`desk http://127.0.0.1:${address.port}`)
})
