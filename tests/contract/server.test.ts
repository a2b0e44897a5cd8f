import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { newOrderId } from './support/client'
import { runSandbox } from './support/setup'

const sandbox = runSandbox()

const send = (method: string, path: string) => fetch(sandbox.client.base + path, { method })

describe('Midtrans’s own addresses', () => {
  it.each([
    ['GET', '/v2/charge'],
    ['DELETE', '/v2/charge'],
    ['OPTIONS', '/v2/charge'],
    ['POST', '/v2/x/status'],
    ['GET', '/v2/x/cancel'],
    ['GET', '/v3/x'],
    ['GET', '/'],
  ])('answer %s %s as the gateway does', async (method, path) => {
    const response = await send(method, path)
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ message: 'no Route matched with those values' })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('answer HEAD with the headers of GET alone', async () => {
    const orderId = newOrderId()
    const { body } = await sandbox.client.charge(orderId)
    const response = await send('HEAD', `/v2/gopay/${body.transaction_id}/qr-code`)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(await response.text()).toBe('')
  })

  it('keep a connection open for longer than any client does', async () => {
    const response = await send('GET', '/_sandbox/clock')
    const seconds = Number(/timeout=(\d+)/.exec(response.headers.get('keep-alive') ?? '')?.[1])
    expect(seconds).toBeGreaterThan(90)
  })
})

describe('the sandbox goes on', () => {
  /** Writes raw bytes and reads until the other side closes, or hangs up itself. */
  function speak(text: string, hangUp = false): Promise<string> {
    const { port } = new URL(sandbox.client.base)
    return new Promise((resolve) => {
      let answer = ''
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(text, () => hangUp && socket.destroy())
      })
      socket.on('data', (chunk) => {
        answer += chunk
        socket.end()
      })
      socket.on('error', () => {})
      socket.on('close', () => resolve(answer))
    })
  }

  it.each([
    ['no HTTP', 'hello\r\n\r\n', ' 400 '],
    ['too many headers', `GET / HTTP/1.1\r\nHost: a\r\n${'X-A: 1\r\n'.repeat(5000)}\r\n`, ' 431 '],
    [
      'a header of 64 kB',
      `GET / HTTP/1.1\r\nHost: a\r\nX-A: ${'a'.repeat(65_536)}\r\n\r\n`,
      ' 431 ',
    ],
    ['an address of 64 kB', `GET /${'a'.repeat(65_536)} HTTP/1.1\r\nHost: a\r\n\r\n`, ' 431 '],
    [
      'a broken chunk',
      'POST /v2/charge HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      ' 400 ',
    ],
  ])('after %s', async (_, text, status) => {
    expect((await speak(text)).split('\r\n')[0]).toContain(status)
    expect((await sandbox.client.charge(newOrderId())).body.status_code).toBe('201')
  })

  it('after requests that end half way', async () => {
    const head = (path: string) =>
      `POST ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic U0ItTWlkLXNlcnZlci1hOg==\r\nContent-Length: 100\r\n\r\n{"order`
    const paths = [
      '/v2/charge',
      '/v2/x/cancel',
      '/_sandbox/reset',
      '/_sandbox/desk',
      '/v2/qris/index',
    ]
    await Promise.all(
      paths.flatMap((path) => Array.from({ length: 20 }, () => speak(head(path), true))),
    )
    expect((await sandbox.client.charge(newOrderId())).body.status_code).toBe('201')
  })

  it('after order ids that are names of prototypes', async () => {
    for (const orderId of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect((await sandbox.client.charge(orderId)).body.status_code).toBe('201')
      expect((await sandbox.client.advance(1, orderId)).http).toBe(200)
      expect((await sandbox.client.transaction(orderId)).order_id).toBe(orderId)
      expect((await sandbox.client.post('/_sandbox/reset', { order_id: orderId })).http).toBe(200)
      expect((await sandbox.client.status(orderId)).body.status_code).toBe('404')
    }
  })

  it('after metadata that is nested very deep', async () => {
    for (const levels of [50, 1000, 10_000, 80_000]) {
      const deep = `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
      const { http } = await sandbox.client.post(
        '/v2/charge',
        `{"payment_type":"gopay","transaction_details":{"order_id":"${newOrderId()}","gross_amount":1},"metadata":${deep}}`,
      )
      expect([200, 400]).toContain(http)
    }
  })
})
