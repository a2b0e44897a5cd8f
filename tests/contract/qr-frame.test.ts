import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { actionUrl, type Json, newOrderId } from './support/client'
import { newMerchant } from './support/merchant'
import { runSandbox } from './support/setup'

const sandbox = runSandbox()
const framed = (settings: Json = {}) =>
  newMerchant(sandbox.client, { qr_code_v2: true, name: 'Toko Kopi', ...settings })

async function readPng(url: string) {
  const response = await fetch(url)
  expect(response.headers.get('content-type')).toBe('image/png')
  return PNG.sync.read(Buffer.from(await response.arrayBuffer()))
}
const decode = ({ data, width, height }: PNG) => jsQR(new Uint8ClampedArray(data), width, height)

/** 400 pixels around the middle of these rows, as text. */
function crop({ data, width }: PNG, from: number, to: number): string {
  const rows = Array.from({ length: to - from }, (_, index) => {
    const middle = (from + index) * width + width / 2
    return data.subarray((middle - 200) * 4, (middle + 200) * 4).toString('base64')
  })
  return rows.join('\n')
}

describe('generate-qr-code-v2', () => {
  const names = (body: Json) => (body.actions as { name: string }[]).map(({ name }) => name)

  it.each([
    ['gopay', /\/v4\/qris\/gopay\/A1\d{14}[0-9A-Za-z]{10}ID\/qr-code$/],
    ['qris', /\/v4\/qris\/A1\d{14}[0-9A-Za-z]{10}ID\/qr-code$/],
  ])('is the second action of a %s charge when the merchant has it', async (payment_type, form) => {
    const { body } = await (await framed()).charge(newOrderId(), { payment_type })
    expect(names(body).slice(0, 2)).toEqual(['generate-qr-code', 'generate-qr-code-v2'])
    expect(actionUrl(body, 'generate-qr-code-v2')).toMatch(form)
  })

  it('is not there for a merchant without settings, as in every recorded charge', async () => {
    const { body } = await sandbox.client.charge(newOrderId())
    expect(names(body)).not.toContain('generate-qr-code-v2')
  })

  it('names the time of the charge in UTC', async () => {
    const { body } = await (await framed()).charge(newOrderId())
    const time = new Date(`${String(body.transaction_time).replace(' ', 'T')}+07:00`)
    const digits = time.toISOString().replace(/\D/g, '').slice(0, 14)
    expect(actionUrl(body, 'generate-qr-code-v2')).toContain(`/A1${digits}`)
  })
})

describe('the framed image', () => {
  it.each(['gopay', 'qris'])(
    'of a %s charge holds the same code as the plain one',
    async (type) => {
      const client = await framed()
      const orderId = newOrderId()
      const { body } = await client.charge(orderId, { payment_type: type })
      const plain = decode(await readPng(actionUrl(body, 'generate-qr-code')))
      const inFrame = decode(await readPng(actionUrl(body, 'generate-qr-code-v2')))
      expect(inFrame?.data).toBe(plain?.data)
      const paid = await client.post('/_sandbox/scan', { qr: inFrame?.data, issuer: 'ovo' })
      expect(paid.body).toMatchObject({ order_id: orderId, transaction_status: 'settlement' })
    },
  )

  it('has a code of 400 pixels or more, with a quiet zone of four modules', async () => {
    const { body } = await (await framed()).charge(newOrderId())
    const png = await readPng(actionUrl(body, 'generate-qr-code-v2'))
    const corners = decode(png)?.location
    const { x: left = 0, y: top = 0 } = corners?.topLeftCorner ?? {}
    const right = corners?.topRightCorner.x ?? 0
    expect(right - left).toBeGreaterThanOrEqual(400)
    const quiet = 4 * 8 - 2
    const isDark = (x: number, y: number) =>
      (png.data[(Math.round(y) * png.width + Math.round(x)) * 4] ?? 255) < 128
    for (let away = 2; away < quiet; away += 1) {
      expect([away, isDark(left - away, top + 50), isDark(left + 50, top - away)]).toEqual([
        away,
        false,
        false,
      ])
    }
    expect(isDark(left + 2, top + 50)).toBe(true)
  })

  it('says who is paid and how much: another name or amount is another picture', async () => {
    /** The words above and below the code; the code between them is another one each time. */
    const wordsOf = async (name: string, gross_amount: number) => {
      const order = { transaction_details: { order_id: newOrderId(), gross_amount } }
      const { body } = await (await framed({ name })).charge('', order)
      const png = await readPng(actionUrl(body, 'generate-qr-code-v2'))
      return { above: crop(png, 8, 150), below: crop(png, png.height - 90, png.height - 8) }
    }
    const { above, below } = await wordsOf('Toko Kopi', 44000)
    expect(await wordsOf('Toko Kopi', 44000)).toEqual({ above, below })
    expect((await wordsOf('Toko Roti', 44000)).above).not.toBe(above)
    expect((await wordsOf('Toko Kopi', 44001)).below).not.toBe(below)
  })

  it('is gone once the order is paid, and was never there for another id', async () => {
    const client = await framed()
    const orderId = newOrderId()
    const { body } = await client.charge(orderId)
    const url = actionUrl(body, 'generate-qr-code-v2')
    const otherTime = url.replace(/A1\d{14}/, 'A120200101000000')
    expect((await fetch(otherTime)).status).toBe(404)
    await client.post(`/_sandbox/transactions/${orderId}/pay`)
    expect((await fetch(url)).status).toBe(404)
    expect((await fetch(`${client.base}/v4/qris/nothing/qr-code`)).status).toBe(404)
  })
})

describe('the acquirer airpay shopee', () => {
  const SHOPEE = { payment_type: 'qris', qris: { acquirer: 'airpay shopee' } }

  it('has an image address of its own, which pays', async () => {
    const orderId = newOrderId()
    const { body } = await sandbox.client.charge(orderId, SHOPEE)
    const url = actionUrl(body, 'generate-qr-code')
    expect(url).toBe(`${sandbox.client.base}/v2/qris/shopeepay/sppq_${body.transaction_id}/qr-code`)
    expect(decode(await readPng(url))?.data).toBe(body.qr_string)
  })

  it('names its references once it is paid, in status and notification', async () => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId, SHOPEE)
    expect((await sandbox.client.status(orderId)).body).not.toHaveProperty('reference_id')
    await sandbox.client.post(`/_sandbox/transactions/${orderId}/pay`, { issuer: 'dana' })
    const references = {
      acquirer: 'airpay shopee',
      reference_id: expect.stringMatching(/^QR-\w{22}$/),
      shopeepay_reference_number: expect.stringMatching(/^\d{18}$/),
    }
    expect((await sandbox.client.status(orderId)).body).toMatchObject(references)
    const [settled] = await sandbox.client.notifications(orderId)
    expect(settled?.request).toMatchObject({ body: references })
  })
})
