import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { notificationOf } from '@/tests/kit/notifications'
import { GROSS_AMOUNT, workOrder } from './orders'

// Midtrans's Get Status for the orders of the bench, at once, and for any POST the least that an HTTP
// server can answer: what the load generator reaches when there is nothing to wait for.
const NOTHING = '{"result":"nothing"}'

/** What a question over a good network takes, for those who ask under this path. */
const FAR = '/far/'
const FAR_MS = 30

function statusOf(path: string): string {
  const { midtransOrderId, transactionId } = workOrder(Number(/work-(\d+)/.exec(path)?.[1]))
  const named = { order_id: midtransOrderId, transaction_id: transactionId }
  return JSON.stringify(
    notificationOf({ ...named, gross_amount: `${GROSS_AMOUNT}.00` }, 'settlement'),
  )
}

const server = createServer((request, response) => {
  const text = request.method === 'GET' ? statusOf(request.url ?? '') : NOTHING
  request.resume()
  const answer = () => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': text.length })
    response.end(text)
  }
  if (request.url?.startsWith(FAR)) setTimeout(answer, FAR_MS)
  else answer()
})
server.listen(0, '127.0.0.1', () => {
  console.log(`port ${(server.address() as AddressInfo).port}`)
})
