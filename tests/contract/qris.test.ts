import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildQris } from '@/sandbox/qris/build'
import { crc16 } from '@/sandbox/qris/crc'
import { parseQris } from '@/sandbox/qris/parse'
import { readFixture } from '../kit/fixtures'

const merchant = fc.record({
  merchantId: fc.integer({ min: 0, max: 999_999_999 }).map((n) => `G${String(n).padStart(9, '0')}`),
  name: fc.string({ unit: 'grapheme' }),
  city: fc.string({ unit: 'grapheme' }),
})
const transaction = fc.record({
  reference: fc.uuid(),
  grossAmount: fc.integer({ min: 1, max: 99_999_999_999 }),
})

/** Reads tag, length, value until the end. */
function readTags(text: string): [string, string][] {
  if (text === '') return []
  const length = Number(text.slice(2, 4))
  return [[text.slice(0, 2), text.slice(4, 4 + length)], ...readTags(text.slice(4 + length))]
}

const build = (
  ...[t, m]: [Partial<Parameters<typeof buildQris>[0]>, Partial<Parameters<typeof buildQris>[1]>]
) => buildQris(t as Parameters<typeof buildQris>[0], m as Parameters<typeof buildQris>[1])

describe('every QRIS text', () => {
  it('has the tags of a GoPay dynamic code in its order, and a right checksum', () => {
    fc.assert(
      fc.property(transaction, merchant, (t, m) => {
        const text = build(t, m)
        expect(text).toMatch(/^[\x20-\x7e]+$/)
        const tags = readTags(text)
        expect(tags.map(([id]) => id).join(' ')).toBe('00 01 26 51 52 53 58 59 60 61 54 62 63')
        expect(crc16(text.slice(0, -4))).toBe(text.slice(-4))
        const values = new Map(tags)
        expect(values.get('01')).toBe('12')
        expect(values.get('54')).toBe(`${t.grossAmount}.00`)
        expect(values.get('59')?.length).toBeLessThanOrEqual(25)
        expect(values.get('60')?.length).toBeLessThanOrEqual(15)
        expect(readTags(values.get('62') ?? '')).toEqual([
          ['50', t.reference],
          ['07', 'A01'],
        ])
        expect(parseQris(text)).toMatchObject({ ok: true, reference: t.reference })
      }),
    )
  })

  it('names no real acquirer and no real merchant', () => {
    fc.assert(
      fc.property(transaction, merchant, (t, m) => {
        const values = new Map(readTags(build(t, m)))
        const account = new Map(readTags(values.get('26') ?? ''))
        expect(account.get('00')).toBe('ID.CO.EXAMPLE.WWW')
        expect(account.get('01')).toMatch(/^00000000/)
        expect(account.get('01')).toHaveLength(19)
        expect(readTags(values.get('51') ?? '')[1]).toEqual(['02', `ID${'0'.repeat(13)}`])
      }),
    )
  })

  it('is refused when one character is changed', () => {
    fc.assert(
      fc.property(transaction, merchant, fc.nat(), (t, m, at) => {
        const text = build(t, m)
        const index = at % text.length
        const changed = text[index] === '0' ? '1' : '0'
        expect(parseQris(text.slice(0, index) + changed + text.slice(index + 1)).ok).toBe(false)
      }),
    )
  })
})

describe('the reader', () => {
  it('takes the text recorded from Midtrans in 2021', () => {
    expect(parseQris(String(readFixture('answers', 'charge-qris-2021-real').qr_string))).toEqual({
      ok: true,
      reference: 'c032f87c-f773-4619-aefa-675e1f06f921',
      amount: '789000.00',
      merchant: 'Test',
    })
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseQris(`000201${text}`).ok).toBe(false)
      }),
    )
  })
})
