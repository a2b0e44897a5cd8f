import type { ServerResponse } from 'node:http'
import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HttpServer, serveHttp } from '../kit/http-server'
import { type SandboxProcess, startSandbox } from '../kit/sandbox-process'
import { type Client, createClient, type Json, newOrderId } from './support/client'
import type { Receiver } from './support/receiver'
import { eventually, offerReceivers } from './support/setup'

const MINUTE = 60
const TIMEOUT_S = 1
const newReceiver = offerReceivers()

let sandbox: SandboxProcess
let client: Client
const open: { close(): unknown }[] = []

beforeAll(async () => {
  sandbox = await startSandbox({ env: { SANDBOX_NOTIFICATION_TIMEOUT: String(TIMEOUT_S) } })
  client = createClient(sandbox.url)
})
afterAll(async () => {
  await Promise.all(open.map((server) => server.close()))
  await sandbox?.stop()
})

/** A receiver that answers, or does not, in a way of its own. */
async function receiveWith(answer: (response: ServerResponse) => void): Promise<HttpServer> {
  const server = await serveHttp((_, response) => answer(response))
  open.push(server)
  return server
}

/** Charges an order that lives for days, whose notifications go to `url`. */
async function chargeFor(url: string): Promise<string> {
  const orderId = newOrderId()
  const longLived = { custom_expiry: { expiry_duration: 5, unit: 'day' } }
  await client.charge(orderId, longLived, { 'X-Override-Notification': url })
  return orderId
}

/** The log of an order's notification, once it was tried that often. */
async function readLog(orderId: string, tries = 1): Promise<Json & { attempts: Json[] }> {
  const read = async () => (await client.notifications(orderId))[0] ?? {}
  await eventually(async () => (await read()).attempt).toBe(tries)
  return (await read()) as Json & { attempts: Json[] }
}

const secondsOf = (time: unknown) => Date.parse(`${time}Z`) / 1000

describe('a receiver that answers', () => {
  /** Lets the retries of a day go by, one after the other, and counts the tries. */
  async function countTries(receiver: Receiver): Promise<number> {
    const orderId = await chargeFor(receiver.url)
    for (let tries = 1; ; tries += 1) {
      const { next_try } = await readLog(orderId, tries)
      if (next_try === null) return receiver.received.length
      await client.advance(4 * 60 * MINUTE, orderId)
    }
  }

  it.each([
    [200, 0],
    [201, 0],
    [204, 0],
    [301, 0],
    [302, 0],
    [303, 0],
    [400, 2],
    [401, 5],
    [403, 5],
    [404, 2],
    [418, 5],
    [429, 5],
    [500, 1],
    [502, 5],
    [503, 4],
  ])('%i gets %i retries', async (status, retries) => {
    const receiver = await newReceiver()
    receiver.answerWith({ status, location: 'http://127.0.0.1:1/' })
    expect(await countTries(receiver)).toBe(retries + 1)
  })

  it('503 is tried again 2, 10, 30 and 90 minutes after each failure, and up to a tenth more', async () => {
    const receiver = await newReceiver()
    receiver.answerWith({ status: 503 })
    const orderId = await chargeFor(receiver.url)
    for (const [index, minutes] of [2, 10, 30, 90].entries()) {
      const { next_try, attempts } = await readLog(orderId, index + 1)
      const wait = secondsOf(next_try) - secondsOf(attempts.at(-1)?.at)
      expect(wait).toBeGreaterThanOrEqual(minutes * MINUTE)
      expect(wait).toBeLessThanOrEqual(minutes * MINUTE * 1.1 + 2)
      const now = secondsOf((await client.get(`/_sandbox/clock?order_id=${orderId}`)).body.now)
      await client.advance(secondsOf(next_try) - now - 10, orderId)
      expect((await readLog(orderId, index + 1)).attempts).toHaveLength(index + 1)
      await client.advance(12, orderId)
    }
    expect(await readLog(orderId, 5)).toMatchObject({ state: 'given_up', next_try: null })
  })

  it('302 is told in the log that nobody follows it', async () => {
    const receiver = await newReceiver()
    receiver.answerWith({ status: 302, location: receiver.url })
    const log = await readLog(await chargeFor(receiver.url))
    expect(log).toMatchObject({ state: 'given_up', response: { status: 302 } })
    expect(log.attempts[0]?.error).toContain('not followed')
    expect(receiver.received).toHaveLength(1)
  })

  it.each([307, 308])('%i is followed with the same POST', async (status) => {
    const [first, second] = await Promise.all([newReceiver(), newReceiver()])
    first.answerWith({ status, location: second.url })
    const log = await readLog(await chargeFor(first.url))
    expect(log).toMatchObject({ state: 'delivered', attempts: [{ redirects: [second.url] }] })
    expect(second.received[0]?.text).toBe(first.received[0]?.text)
  })

  it('307 is followed five times and not a sixth', async () => {
    const [patient, endless] = await Promise.all([newReceiver(), newReceiver()])
    const again = { status: 307, location: '?again' }
    patient.answerWith(again, again, again, again, again, { status: 200 })
    endless.answerWith(again)
    expect(await readLog(await chargeFor(patient.url))).toMatchObject({ state: 'delivered' })
    const log = await readLog(await chargeFor(endless.url))
    expect(log.attempts[0]).toMatchObject({ status: null, error: 'more than 5 redirects' })
    expect(endless.received).toHaveLength(6)
  })

  it('with a book is cut short in the log', async () => {
    const flood = await receiveWith((response) => {
      const pour = () => {
        while (response.write('x'.repeat(100_000)));
      }
      response.on('drain', pour)
      pour()
    })
    const { attempts } = await readLog(await chargeFor(flood.url))
    expect(attempts[0]).toMatchObject({ status: 200, body: 'x'.repeat(2000) })
  })
})

describe('a receiver that does not answer', () => {
  it.each<[string, (response: ServerResponse) => void]>([
    ['says nothing', () => {}],
    ['stops after its headers', (response) => response.writeHead(200).flushHeaders()],
    [
      'never comes to the end of its body',
      (response) => {
        const timer = setInterval(() => response.write('.'), 50)
        response.on('close', () => clearInterval(timer))
      },
    ],
  ])('because it %s is tried again', async (_, answer) => {
    const server = await receiveWith(answer)
    const log = await readLog(await chargeFor(server.url))
    expect(log).toMatchObject({
      state: 'waiting',
      response: { status: null, error: `no answer within ${TIMEOUT_S} seconds` },
    })
    expect(log.duration_ms).toBeGreaterThanOrEqual(TIMEOUT_S * 1000 - 10)
    expect(log.next_try).not.toBeNull()
  })

  it('because it hangs up is tried again', async () => {
    const server = await receiveWith((response) => response.destroy())
    expect(await readLog(await chargeFor(server.url))).toMatchObject({
      state: 'waiting',
      response: { error: 'ECONNRESET' },
    })
  })

  it('because nobody listens gets five retries', async () => {
    const receiver = await newReceiver()
    receiver.close()
    const orderId = await chargeFor(receiver.url)
    for (let tries = 1; tries <= 5; tries += 1) {
      expect(await readLog(orderId, tries)).toMatchObject({
        state: 'waiting',
        response: { error: 'ECONNREFUSED' },
      })
      await client.advance(4 * 60 * MINUTE, orderId)
    }
    expect(await readLog(orderId, 6)).toMatchObject({ state: 'given_up', next_try: null })
  })

  it('because it speaks no TLS is tried again', async () => {
    const receiver = await newReceiver()
    const log = await readLog(await chargeFor(receiver.url.replace('http:', 'https:')))
    expect(log).toMatchObject({ state: 'waiting', response: { status: null } })
    expect(receiver.received).toHaveLength(0)
  })

  it('because it speaks no HTTP is tried again', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.end('220 mail.example ready\r\n')
    })
    open.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const log = await readLog(await chargeFor(`http://127.0.0.1:${port}/`))
    expect(log).toMatchObject({ state: 'waiting', response: { status: null } })
  })
})

describe('a receiver that hangs', () => {
  it('delays nobody else’s notifications, and is called for each of its own', async () => {
    const [stuck, well] = [await receiveWith(() => {}), await newReceiver()]
    const waiting = await Promise.all(Array.from({ length: 100 }, () => chargeFor(stuck.url)))
    const started = Date.now()
    await chargeFor(well.url)
    await well.waitFor(1)
    expect(Date.now() - started).toBeLessThan(TIMEOUT_S * 1000)
    // Those that had to wait for their turn were not timed while they waited.
    for (const orderId of waiting) {
      const { attempts } = await readLog(orderId)
      expect(attempts[0]?.duration_ms).toBeGreaterThanOrEqual(TIMEOUT_S * 1000 - 10)
    }
    expect(stuck.requests).toHaveLength(100)
  })

  it('delays nobody else’s when it is a name that cannot be found', async () => {
    const well = await newReceiver()
    await Promise.all(Array.from({ length: 60 }, () => chargeFor('http://nowhere.invalid/hook')))
    const started = Date.now()
    await chargeFor(well.url.replace('127.0.0.1', 'localhost'))
    await well.waitFor(1)
    expect(Date.now() - started).toBeLessThan(TIMEOUT_S * 1000)
  })

  it('brings nothing back of an order that is reset meanwhile', async () => {
    let answer = () => {}
    const answered = new Promise<void>((resolve) => {
      answer = resolve
    })
    const stuck = await receiveWith((response) => void answered.then(() => response.end('late')))
    const orderId = await chargeFor(stuck.url)
    await eventually(() => stuck.requests.length).toBe(1)
    await client.post('/_sandbox/reset', { order_id: orderId })
    answer()
    const after = await chargeFor(stuck.url)
    expect(await readLog(after)).toMatchObject({ state: 'delivered' })
    expect(await client.notifications(orderId)).toEqual([])
  })
})
