import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { productIdSchema, quantitySchema, stepSchema } from '@/lib/cart/cart-input'
import {
  MAX_LINES,
  MAX_QUANTITY,
  parseCart,
  quantityOf,
  removeLine,
  serializeCart,
  setQuantity,
} from '@/lib/cart/cart-lines'

const lineArbitrary = fc.record({
  productId: fc.integer({ min: 1, max: 2_147_483_647 }),
  quantity: fc.integer({ min: 1, max: MAX_QUANTITY }),
})
const cartArbitrary = fc.uniqueArray(lineArbitrary, {
  selector: (line) => line.productId,
  maxLength: MAX_LINES,
})

describe('the text of a cart', () => {
  test('reads back to the cart that was written', () => {
    fc.assert(
      fc.property(cartArbitrary, (lines) => {
        expect(parseCart(serializeCart(lines))).toEqual({ lines, damaged: false })
      }),
    )
  })

  test('never throws and never yields a line outside the limits, whatever it says', () => {
    const alphabet = fc.constantFrom('0', '1', '9', 'x', '.', '-', 'e', ' ', '%', '٣')
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: alphabet }))
    fc.assert(
      fc.property(text, (written) => {
        const { lines } = parseCart(written)
        expect(lines.length).toBeLessThanOrEqual(MAX_LINES)
        expect(new Set(lines.map((line) => line.productId)).size).toBe(lines.length)
        for (const { productId, quantity } of lines) {
          expect(Number.isSafeInteger(productId) && productId > 0).toBe(true)
          expect(Number.isInteger(quantity) && quantity >= 1 && quantity <= 99).toBe(true)
        }
      }),
    )
  })

  test('an empty text is an empty cart, not a damaged one', () => {
    expect(parseCart('')).toEqual({ lines: [], damaged: false })
  })

  test('what cannot be read is left out and reported, and the rest is kept', () => {
    const rest = { lines: [{ productId: 1, quantity: 2 }], damaged: true }
    for (const damage of ['5x0', '5x100', '5x-1', '5x1e1', '0x1', '5', 'x', '<script>', '1x7']) {
      expect(parseCart(`1x2.${damage}`), damage).toMatchObject(rest)
    }
  })

  test('a text with more products than a cart takes is cut and reported', () => {
    const text = Array.from({ length: 500 }, (_, index) => `${index + 1}x1`).join('.')
    const { lines, damaged } = parseCart(text)
    expect(lines).toHaveLength(MAX_LINES)
    expect(damaged).toBe(true)
  })
})

describe('changing a cart', () => {
  test('setting a quantity changes that product alone and keeps the order of the lines', () => {
    fc.assert(
      fc.property(cartArbitrary, lineArbitrary, (lines, { productId, quantity }) => {
        const changed = setQuantity(lines, productId, quantity)
        if (changed === null) {
          expect(lines).toHaveLength(MAX_LINES)
          return
        }
        expect(quantityOf(changed, productId)).toBe(quantity)
        expect(removeLine(changed, productId)).toEqual(removeLine(lines, productId))
      }),
    )
  })

  test('a full cart takes more of what it has, and nothing new', () => {
    const full = Array.from({ length: MAX_LINES }, (_, index) => ({
      productId: index + 1,
      quantity: 1,
    }))
    expect(setQuantity(full, MAX_LINES + 1, 1)).toBeNull()
    expect(quantityOf(setQuantity(full, 1, 5) ?? [], 1)).toBe(5)
  })

  test('removing what is not in the cart changes nothing', () => {
    expect(removeLine([{ productId: 1, quantity: 2 }], 7)).toEqual([{ productId: 1, quantity: 2 }])
  })
})

describe('what a form sends', () => {
  test('a quantity is a whole number from 1 to 99 and nothing else', () => {
    expect(quantitySchema.parse('1')).toBe(1)
    expect(quantitySchema.parse(' 99 ')).toBe(99)
    for (const refused of ['0', '-1', '1.5', '1e9', '100', '0x10', '01', '', 'two', null]) {
      expect(quantitySchema.safeParse(refused).success, String(refused)).toBe(false)
    }
  })

  test('a product id is written in digits', () => {
    expect(productIdSchema.parse('16')).toBe(16)
    for (const refused of ['0', '-1', '1e3', '1 ', '99999999999', null]) {
      expect(productIdSchema.safeParse(refused).success, String(refused)).toBe(false)
    }
  })

  test('a step is one up or one down', () => {
    expect(stepSchema.parse('1')).toBe(1)
    expect(stepSchema.parse('-1')).toBe(-1)
    expect(stepSchema.safeParse('5').success).toBe(false)
  })
})
