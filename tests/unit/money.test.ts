import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatRupiah } from '@/lib/money'

test('thousands are set off by dots, and a space that does not break follows Rp', () => {
  expect(formatRupiah(44_000)).toBe('Rp\u00a044.000')
  expect(formatRupiah(999)).toBe('Rp\u00a0999')
  expect(formatRupiah(1_000)).toBe('Rp\u00a01.000')
  expect(formatRupiah(10_000_000)).toBe('Rp\u00a010.000.000')
  expect(formatRupiah(0)).toBe('Rp\u00a00')
})

test('an amount given back is written with its sign before Rp', () => {
  expect(formatRupiah(-44_000)).toBe('−Rp\u00a044.000')
})

test('no digit is lost or added, whatever the amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0 }), (amount) => {
      const written = formatRupiah(amount)
      expect(written).toMatch(/^Rp\u00a0\d{1,3}(\.\d{3})*$/)
      expect(Number(written.replace(/\D/g, ''))).toBe(amount)
    }),
  )
})
