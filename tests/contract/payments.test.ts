import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { actionUrl, type Json, newOrderId } from './support/client'
import { runSandbox } from './support/setup'

const sandbox = runSandbox()

async function readImage(url: string): Promise<{ width: number; text: string | undefined }> {
  const response = await fetch(url)
  expect(response.headers.get('content-type')).toBe('image/png')
  const { width, height, data } = PNG.sync.read(Buffer.from(await response.arrayBuffer()))
  return { width, text: jsQR(new Uint8ClampedArray(data), width, height)?.data }
}

describe('the QR image', () => {
  it.each(['gopay', 'qris'])(
    'of a %s charge needs no key, and its pixels pay the order',
    async (type) => {
      const orderId = newOrderId()
      const { body } = await sandbox.client.charge(orderId, { payment_type: type })
      const { width, text } = await readImage(actionUrl(body, 'generate-qr-code'))
      expect(width).toBeGreaterThanOrEqual(400)
      expect(width).toBeLessThanOrEqual(500)
      const scan = await sandbox.client.post('/_sandbox/scan', { qr: text, issuer: 'ovo' })
      expect(scan.body).toMatchObject({ order_id: orderId, transaction_status: 'settlement' })
      const { body: status } = await sandbox.client.status(orderId)
      expect(status).toMatchObject({
        payment_type: 'qris',
        issuer: 'ovo',
        transaction_type: 'off-us',
      })
    },
  )

  it('has a quiet zone of four modules', async () => {
    const { body } = await sandbox.client.charge(newOrderId())
    const response = await fetch(actionUrl(body, 'generate-qr-code'))
    const { width, data } = PNG.sync.read(Buffer.from(await response.arrayBuffer()))
    const module = 8
    for (let y = 0; y < 4 * module; y += 1) {
      for (let x = 0; x < width; x += 1) expect(data[(y * width + x) * 4]).toBe(255)
    }
    expect(data[(4 * module * width + 4 * module) * 4]).toBe(0)
  })

  it('is gone once the order is paid', async () => {
    const orderId = newOrderId()
    const { body } = await sandbox.client.charge(orderId)
    await sandbox.client.post(`/_sandbox/transactions/${orderId}/pay`)
    expect((await fetch(actionUrl(body, 'generate-qr-code'))).status).toBe(404)
  })

  it('holds the text that the qris charge gave', async () => {
    const { body } = await sandbox.client.charge(newOrderId(), { payment_type: 'qris' })
    const { text } = await readImage(actionUrl(body, 'generate-qr-code'))
    expect(text).toBe(body.qr_string)
  })
})

describe('a scan', () => {
  it.each([
    ['not a QRIS', 'hello', 400],
    ['cut off', '00020101021226', 400],
    [
      'another shop’s code',
      '00020101021126570011ID.DANA.WWW011893600915300000000102090000000010303UMI51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI5204581253033605802ID5904Toko6007JAKARTA61051011063040000',
      400,
    ],
  ])('of what is %s is refused with a sentence', async (_, qr, status) => {
    const { http, body } = await sandbox.client.post('/_sandbox/scan', { qr })
    expect(http).toBe(status)
    expect(body.error).toMatch(/\w+ \w+/)
  })

  it('of a code with one digit changed is refused', async () => {
    const { body } = await sandbox.client.charge(newOrderId(), { payment_type: 'qris' })
    const qr = String(body.qr_string).replace('44000.00', '14000.00')
    expect((await sandbox.client.post('/_sandbox/scan', { qr })).http).toBe(400)
  })

  it('of an expired code takes no money', async () => {
    const orderId = newOrderId()
    const { body } = await sandbox.client.charge(orderId, { payment_type: 'qris' })
    await sandbox.client.advance(901, orderId)
    const { http } = await sandbox.client.post('/_sandbox/scan', { qr: body.qr_string })
    expect(http).toBe(409)
    expect((await sandbox.client.status(orderId)).body.transaction_status).toBe('expire')
  })

  it('is on-us with the acquirer’s own wallet', async () => {
    const own = { acquirer: 'airpay shopee' }
    const { body } = await sandbox.client.charge(newOrderId(), { payment_type: 'qris', qris: own })
    const scan = (issuer: string, qr = body.qr_string) =>
      sandbox.client.post('/_sandbox/scan', { qr, issuer })
    expect((await scan('airpay shopee')).body).toMatchObject({
      transaction_type: 'on-us',
      ...own,
    })
    expect((await scan('gopay')).http).toBe(409)
  })
})

describe('the QRIS page', () => {
  const path = '/v2/qris/index'
  it.each([
    ['the image URL', (body: Json) => actionUrl(body, 'generate-qr-code')],
    ['the QR text', (body: Json) => String(body.qr_string)],
  ])('reads %s and pays with the issuer that was chosen', async (_, pasted) => {
    const { client } = sandbox
    const orderId = newOrderId()
    const { body } = await client.charge(orderId, { payment_type: 'qris' })
    const page = await client.get(`${path}?qr=${encodeURIComponent(pasted(body))}`)
    expect(page.text).toContain(orderId)
    const paid = await fetch(client.base + path, {
      method: 'POST',
      body: new URLSearchParams({
        id: String(body.transaction_id),
        issuer: 'dana',
        decision: 'pay',
      }),
    })
    expect(await paid.text()).toContain('With DANA, off-us.')
    expect((await client.status(orderId)).body.issuer).toBe('dana')
  })

  it('says that a code is not readable and keeps what was pasted', async () => {
    const { text } = await sandbox.client.get(`${path}?qr=%3Cscript%3E`)
    expect(text).toContain('QR not readable')
    expect(text).toContain('&lt;script&gt;')
    expect(text).not.toContain('<script>')
  })
})
