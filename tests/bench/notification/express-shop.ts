import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { env } from '@/lib/env'
import type { Transaction } from '@/lib/midtrans/transaction'
import { type PaymentFact, readFact } from '@/lib/orders/payment-fact'
import { paymentFactStatement } from '@/lib/orders/payment-fact-statement'

// What a merchant would write with Express and Midtrans's own library, with the same storage as ours.
// Neither has types of its own; these are the parts that are used.
type Handle = (request: IncomingMessage & { body: Transaction }, response: ServerResponse) => void
type App = {
  use(middleware: unknown): void
  post(path: string, handle: Handle): void
  listen(port: number, host: string, done: () => void): Server
}
type CoreApi = {
  apiConfig: { getCoreApiBaseUrl(): string }
  transaction: { notification(body: object): Promise<Transaction> }
}
const require = createRequire(import.meta.url)
const express = require('express') as { (): App; json(): unknown }
const { CoreApi: Client } = require('midtrans-client') as {
  CoreApi: new (options: object) => CoreApi
}

const { MIDTRANS_SERVER_KEY: serverKey, MIDTRANS_API_URL: apiUrl, DATABASE_URL } = env()
function makeClient(baseUrl: string): CoreApi {
  const client = new Client({ isProduction: false, serverKey, clientKey: '' })
  client.apiConfig.getCoreApiBaseUrl = () => baseUrl
  return client
}
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 16 })

async function store(body: Transaction, fact: PaymentFact): Promise<unknown> {
  const bodySha256 = createHash('sha256').update(JSON.stringify(body)).digest('hex')
  const { rows } = await pool.query(paymentFactStatement({ ...fact, bodySha256 }))
  return rows[0]?.verdict
}

function isSigned(body: Transaction): boolean {
  const text = `${body.order_id}${body.status_code}${body.gross_amount}${serverKey}`
  const right = createHash('sha512').update(text).digest()
  const given = Buffer.from(String(body.signature_key), 'hex')
  return given.length === right.length && timingSafeEqual(given, right)
}

function answer(response: ServerResponse, status: number, result: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify({ result }))
}

const app = express()
app.use(express.json())

/** As the library's README says: it asks Midtrans for the transaction that the body names. */
function serveClient(path: string, client: CoreApi): void {
  app.post(path, async ({ body }, response) => {
    const told = await client.transaction.notification(body)
    answer(response, 200, await store(body, readFact('status', told, {})))
  })
}
serveClient('/client', makeClient(apiUrl))
serveClient('/client-far', makeClient(`${apiUrl}/far`))

/** Without the library: the signature checked by hand. */
app.post('/by-hand', async ({ body }, response) => {
  if (isSigned(body)) answer(response, 200, await store(body, readFact('notification', body, {})))
  else answer(response, 403, 'bad_signature')
})

const server = app.listen(0, '127.0.0.1', () => {
  console.log(`port ${(server.address() as AddressInfo).port}`)
})
