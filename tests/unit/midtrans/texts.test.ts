import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseGrossAmount } from '@/lib/midtrans/amount'
import { itemName } from '@/lib/midtrans/charge-request'
import { parseMidtransTime } from '@/lib/midtrans/time'
import { findActionUrl, transactionSchema } from '@/lib/midtrans/transaction'
import { readFixture } from '../../kit/fixtures'

describe('a time of Midtrans', () => {
  test('is Western Indonesian Time, whatever the zone of this machine', () => {
    expect(parseMidtransTime('2024-01-13 18:06:40')).toEqual(new Date('2024-01-13T11:06:40Z'))
    expect(parseMidtransTime('2024-01-01 06:59:59')).toEqual(new Date('2023-12-31T23:59:59Z'))
  })

  test('of a leap day is that day', () => {
    expect(parseMidtransTime('2024-02-29 07:00:00')).toEqual(new Date('2024-02-29T00:00:00Z'))
  })

  test.each([
    undefined,
    '',
    'soon',
    '2024-01-13',
    '2024-01-13T18:06:40',
    '2024-01-13 18:06:40 +0700',
    '2024-01-13 18:06:40\n',
    '2024-13-01 00:00:00',
    '2024-01-32 00:00:00',
    '2024-02-30 00:00:00',
    '2023-02-29 00:00:00',
    '2024-01-13 25:00:00',
    '2024-01-13 18:60:00',
  ])('is not made of %j', (text) => {
    expect(parseMidtransTime(text)).toBeUndefined()
  })
})

describe('an amount of Midtrans', () => {
  test.each([
    ['44000.00', 44_000],
    ['44000', 44_000],
    ['0.00', 0],
    ['1.00', 1],
    ['20000000.00', 20_000_000],
  ])('%s is whole rupiah', (text, rupiah) => {
    expect(parseGrossAmount(text)).toBe(rupiah)
  })

  test.each([undefined, '', '44000.50', '44000.0', '44,000.00', '-1.00', '1e4', ' 1.00', '٤٤٠٠٠'])(
    'is not made of %j',
    (text) => expect(parseGrossAmount(text)).toBeUndefined(),
  )

  test('is a safe number of rupiah or none, whatever the text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{0,20}(\.\d{0,3})?$/), (text) => {
        const rupiah = parseGrossAmount(text)
        expect(rupiah === undefined || Number.isSafeInteger(rupiah)).toBe(true)
      }),
    )
  })
})

describe("an item's name", () => {
  test('is cut to the fifty characters that Midtrans takes', () => {
    expect(itemName('a'.repeat(51))).toBe('a'.repeat(50))
    expect(itemName('Kopi Gayo')).toBe('Kopi Gayo')
  })

  test('has no | in it, which separates fields in reports', () => {
    expect(itemName('Kopi | Teh')).toBe('Kopi / Teh')
  })
})

describe('an action', () => {
  const documented = transactionSchema.parse(
    readFixture('answers', 'charge-gopay-2017-docs-production'),
  )

  test('is found by its name, although a second QR code stands between', () => {
    expect(documented.actions?.[1]?.name).toBe('generate-qr-code-v2')
    expect(findActionUrl(documented, 'generate-qr-code')).toMatch(/\/v2\/gopay\/[^/]+\/qr-code$/)
    expect(findActionUrl(documented, 'deeplink-redirect')).toMatch(/^gojek:|^https:/)
  })

  test('is found wherever it stands', () => {
    const actions = [...(documented.actions ?? [])].reverse()
    expect(findActionUrl({ actions }, 'generate-qr-code')).toBe(
      findActionUrl(documented, 'generate-qr-code'),
    )
  })

  test('that an answer does not have is not found', () => {
    const qris = transactionSchema.parse(readFixture('answers', 'charge-qris-2021-real'))
    expect(findActionUrl(qris, 'deeplink-redirect')).toBeUndefined()
    expect(findActionUrl({}, 'generate-qr-code')).toBeUndefined()
  })
})
