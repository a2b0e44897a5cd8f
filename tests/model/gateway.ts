import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { PaymentStatus } from '@/prisma/generated/client'
import { type RecordedRequest, sendJson, serveHttp } from '../kit/http-server'
import { type NotificationBody, notificationOf } from '../kit/notifications'
import type { Line, News } from './midtrans'

export type Transaction = {
  orderId: string
  id: string
  grossAmount: number
  expiresAt: number
  /** All that was ever true of it, oldest first. */
  told: News[]
}

export type Gateway = {
  url: string
  transactions: Map<string, Transaction>
  /** How calls about this order, or for this customer's address, fare. */
  setLine(orderIdOrEmail: string, line: Line): void
  /** Resolves with Midtrans's order id when the answer to a charge of this customer is held back. */
  untilHeld(email: string): Promise<string>
  /** Sends the answer that was held back. False when nobody waits for it any more. */
  release(midtransOrderId: string): boolean
  close(): Promise<void>
}

const answerCodes: Partial<Record<PaymentStatus, string>> = { expire: '407', cancel: '200' }
const isOpen = (transaction: Transaction) =>
  /^(pending|authorize)$/.test(transaction.told.at(-1)?.status ?? '')

/** What Midtrans posts when `news` has become true. */
export function notificationAbout(transaction: Transaction, news: News): NotificationBody {
  return bodyOf(transaction, news, {})
}

function bodyOf(transaction: Transaction, news: News, fields: Record<string, unknown>) {
  const { orderId, id, grossAmount } = transaction
  const named = { order_id: orderId, transaction_id: id, gross_amount: `${grossAmount}.00` }
  const refund = news.refunded > 0 && { refund_amount: `${news.refunded}.00` }
  return notificationOf(named, news.status, { ...refund, ...fields })
}

function answerAbout(transaction: Transaction, news = transaction.told.at(-1)) {
  if (!news) throw new Error('a transaction without a status')
  const code = answerCodes[news.status]
  return bodyOf(transaction, news, code ? { status_code: code } : {})
}

/** The first answer to a charge, as often as the same key asks for it. */
function chargeAnswer(transaction: Transaction, url: string) {
  const expiry = new Date(transaction.expiresAt + 7 * 3_600_000).toISOString()
  return {
    ...answerAbout(transaction, transaction.told[0]),
    expiry_time: expiry.slice(0, 19).replace('T', ' '),
    actions: [{ name: 'generate-qr-code', method: 'GET', url: `${url}/qr-code` }],
  }
}

type Answer = { status: number; line: Line; body: object }

const refusal = (code: string) => ({ status_code: code, status_message: 'a refusal' })
const tooMany: Answer = { status: 429, line: 'away', body: { message: 'API rate limit exceeded' } }

/** Midtrans as far as the model knows it: it does what it is asked, and the line decides who hears of it. */
export async function startGateway(): Promise<Gateway> {
  const transactions = new Map<string, Transaction>()
  const lines = new Map<string, Line>()
  const held = new Map<string, ServerResponse>()
  const waiting = new Map<string, (orderId: string) => void>()

  /** The answer to a charge, or undefined when it is held back. */
  function charge({ body }: RecordedRequest, response: ServerResponse): Answer | undefined {
    const { transaction_details: details, customer_details: customer } = JSON.parse(body)
    const { order_id: orderId, gross_amount: grossAmount } = details
    const line = lineOf(orderId) ?? lines.get(customer.email) ?? 'up'
    if (line === 'away') return tooMany
    let transaction = transactions.get(orderId)
    if (!transaction) {
      if (line === 'refuse') return { status: 400, line, body: refusal('400') }
      const told: News[] = [{ status: line === 'deny' ? 'deny' : 'pending', refunded: 0 }]
      const expiresAt = Date.now() + 15 * 60_000
      transaction = { orderId, id: randomUUID(), grossAmount, expiresAt, told }
      transactions.set(orderId, transaction)
    }
    if (line !== 'held') return { status: 200, line, body: chargeAnswer(transaction, server.url) }
    held.set(orderId, response)
    waiting.get(customer.email)?.(orderId)
    return undefined
  }

  function about(orderId: string, verb: string): Answer {
    const line = lineOf(orderId) ?? 'up'
    const transaction = transactions.get(orderId)
    if (line === 'away') return tooMany
    if (!transaction) return { status: 200, line, body: refusal('404') }
    if (verb !== 'status') {
      if (!isOpen(transaction)) return { status: 200, line, body: refusal('412') }
      transaction.told.push({ status: verb as PaymentStatus, refunded: 0 })
    }
    return { status: 200, line, body: answerAbout(transaction) }
  }

  const lineOf = (midtransOrderId: string) => lines.get(midtransOrderId.replace(/-\d+$/, ''))
  const server = await serveHttp((request, response) => {
    server.requests.length = 0
    const [, , orderId = '', verb = ''] = request.path.split('/')
    const answer = orderId === 'charge' ? charge(request, response) : about(orderId, verb)
    if (!answer) return
    const text = JSON.stringify(answer.body)
    response.writeHead(answer.status, { 'Content-Type': 'application/json' })
    // An answer that breaks off in the middle is one that nobody heard.
    response.end(answer.line === 'mute' ? text.slice(0, 20) : text)
  })
  return {
    url: server.url,
    transactions,
    setLine: (name, line) => void lines.set(name, line),
    untilHeld: (email) => new Promise((resolve) => waiting.set(email, resolve)),
    release(midtransOrderId) {
      const response = held.get(midtransOrderId)
      const transaction = transactions.get(midtransOrderId)
      held.delete(midtransOrderId)
      if (!response || !transaction || response.destroyed) return false
      sendJson(response, 200, chargeAnswer(transaction, server.url))
      return true
    },
    close: () => server.close(),
  }
}
