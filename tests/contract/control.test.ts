import { describe, expect, it } from 'vitest'
import { newOrderId } from './support/client'
import { runSandbox } from './support/setup'

const sandbox = runSandbox()

const send = (method: string, path: string, body?: unknown, headers = {}) =>
  fetch(sandbox.client.base + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })

/** Every control address that changes something. */
const changes = [
  ['POST', '/_sandbox/transactions/x/pay'],
  ['POST', '/_sandbox/transactions/x/deny'],
  ['POST', '/_sandbox/transactions/x/expire'],
  ['POST', '/_sandbox/scan'],
  ['POST', '/_sandbox/notifications/1/resend'],
  ['POST', '/_sandbox/notifications/test'],
  ['PUT', '/_sandbox/faults'],
  ['POST', '/_sandbox/clock'],
  ['POST', '/_sandbox/reset'],
  ['PUT', '/_sandbox/merchants'],
] as const

describe.each(changes)('%s %s', (method, path) => {
  it.each([
    ['not JSON', 'order_id=1', 400],
    ['JSON of another kind', '17', 400],
    ['a field nobody knows', '{"nobody_knows":1}', 400],
    ['more than one mebibyte', `{"order_id":"${'x'.repeat(1_100_000)}"}`, 413],
    ['ten thousand brackets', '['.repeat(10_000), 400],
    ['the name of a prototype', '{"__proto__":{"order_id":"x"},"constructor":1}', 400],
  ])('refuses %s with a sentence', async (_, body, status) => {
    const response = await send(method, path, body)
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({ error: expect.stringMatching(/\w \w/) })
  })

  it('refuses a page of another origin', async () => {
    const response = await send(method, path, {}, { Origin: 'https://evil.example' })
    expect(response.status).toBe(403)
    expect(await response.json()).toEqual({ error: expect.stringContaining('origin') })
  })

  it('names the methods that it takes', async () => {
    const response = await send('PATCH', path, {})
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')?.split(', ')).toContain(method)
    expect(await response.json()).toEqual({ error: expect.stringContaining('PATCH') })
  })
})

describe('a control address', () => {
  it.each(['/_sandbox/', '/_sandbox/transaction', '/_sandbox/clock/now'])(
    'that does not exist, such as %s, is a 404 in JSON',
    async (path) => {
      const response = await send('GET', path)
      expect(response.status).toBe(404)
      expect(await response.json()).toEqual({ error: expect.stringContaining('/_sandbox') })
    },
  )

  it.each([
    '/_sandbox/transactions?order=1',
    '/_sandbox/transactions?limit=0',
    '/_sandbox/transactions?limit=all',
    `/_sandbox/transactions?order_id=${'x'.repeat(5000)}`,
    '/_sandbox/notifications?limit=1.5',
    `/_sandbox/notifications?order_id=${'x'.repeat(5000)}`,
    `/_sandbox/faults?order_id=${'x'.repeat(5000)}`,
    `/_sandbox/clock?order_id=${'x'.repeat(5000)}`,
    '/_sandbox/clock?orderid=1',
  ])('refuses %s', async (path) => {
    const response = await send('GET', path)
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ error: expect.stringMatching(/order|limit/) })
  })

  it.each([
    ['POST', `/_sandbox/transactions/${'x'.repeat(5000)}/pay`],
    ['POST', '/_sandbox/transactions/__proto__/pay'],
    ['POST', '/_sandbox/notifications/99999999999999999999/resend'],
    ['POST', '/_sandbox/notifications/999999999/resend'],
    ['GET', '/_sandbox/transactions/%00'],
  ])('%s %s finds nothing', async (method, path) => {
    const response = await send(method, path, method === 'GET' ? undefined : {})
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ error: expect.any(String) })
  })

  it('lists as many as it is asked for, newest first', async () => {
    const orderIds = [newOrderId(), newOrderId(), newOrderId()]
    for (const orderId of orderIds) await sandbox.client.charge(orderId)
    const list = await (await send('GET', '/_sandbox/transactions?limit=2')).json()
    expect(list.map((each: { order_id: string }) => each.order_id)).toEqual(
      orderIds.slice(1).reverse(),
    )
  })
})
