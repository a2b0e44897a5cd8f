import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFixture } from '../kit/fixtures'
import { readQr } from '../kit/read-qr'
import { actionUrl, createClient, type Json, newOrderId } from './support/client'
import { checksumOf, hasCheckDigit, readQris } from './support/read-qris'
import { runSandbox } from './support/setup'

const sandbox = runSandbox()

/** Tag 54 stands after 61, as in Midtrans's own. */
const ROOT = ['00', '01', '26', '51', '52', '53', '58', '59', '60', '61', '54', '62', '63']

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
const amount = fc.oneof(
  fc.integer({ min: 1, max: 99_999 }),
  fc.integer({ min: 1, max: 99_999_999_999 }),
)

async function chargeAs(name: string, city: string, gross_amount: number): Promise<Json> {
  const serverKey = `SB-Mid-server-${newOrderId()}`
  await sandbox.client.put('/_sandbox/merchants', { server_key: serverKey, name, city })
  const client = createClient(sandbox.client.base, serverKey)
  const order_id = newOrderId()
  const { body } = await client.charge(order_id, {
    payment_type: 'qris',
    transaction_details: { order_id, gross_amount },
  })
  return body
}

function check(qris: string, gross_amount: number): void {
  const root = readQris(qris)
  const value = (tags: typeof root, tag: string) =>
    tags.find((each) => each.tag === tag)?.value ?? ''
  expect(root.map(({ tag }) => tag)).toEqual(ROOT)
  expect(qris).toMatch(/^[\x20-\x7e]+$/)
  expect(value(root, '63')).toBe(checksumOf(qris.slice(0, -4)))
  expect(value(root, '54')).toBe(`${gross_amount}.00`)
  expect(value(root, '59')).toMatch(/^\S.{0,24}$/)
  expect(value(root, '60')).toMatch(/^\S.{0,14}$/)
  const account = readQris(value(root, '26'))
  expect(account.map(({ tag }) => tag)).toEqual(['00', '01', '02', '03'])
  expect(value(account, '01')).toMatch(/^\d{19}$/)
  expect(hasCheckDigit(value(account, '01'))).toBe(true)
  expect(value(readQris(value(root, '51')), '02')).toMatch(/^ID\d{13}$/)
  const additional = readQris(value(root, '62'))
  expect(additional.map(({ tag }) => tag)).toEqual(['50', '07'])
  expect(value(additional, '50')).toMatch(/^[0-9a-f-]{36}$/)
}

describe('every QRIS text', () => {
  it('has the structure, the lengths and the checksum, whatever the merchant is called', async () => {
    const property = fc.asyncProperty(text, text, amount, async (name, city, gross_amount) => {
      const body = await chargeAs(name, city, gross_amount)
      check(String(body.qr_string), gross_amount)
    })
    await fc.assert(property, { numRuns: 150 })
  })

  it('is read from its image as it was answered', async () => {
    const property = fc.asyncProperty(text, text, amount, async (name, city, gross_amount) => {
      const body = await chargeAs(name, city, gross_amount)
      const image = await fetch(actionUrl(body, 'generate-qr-code'))
      expect(readQr(Buffer.from(await image.arrayBuffer()))).toBe(body.qr_string)
    })
    await fc.assert(property, { numRuns: 8 })
  })

  it('can be paid by no real app: no acquirer and no national number is anybody’s', async () => {
    const body = await chargeAs('Kopi', 'Bandung', 15_000)
    expect(body.qr_string).toContain('ID.CO.EXAMPLE.WWW')
    expect(body.qr_string).toContain(`0215ID${'0'.repeat(13)}`)
  })

  it('is judged here by rules that Midtrans’s own recorded text keeps', () => {
    const recorded = String(readFixture('answers', 'charge-qris-2021-real').qr_string)
    expect(readQris(recorded).map(({ tag }) => tag)).toEqual(ROOT)
    expect(checksumOf(recorded.slice(0, -4))).toBe(recorded.slice(-4))
  })
})
