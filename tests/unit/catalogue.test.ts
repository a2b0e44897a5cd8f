import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { categories } from '@/lib/catalogue/categories'
import { catalogue } from '@/prisma/catalogue'

test('every product can be sold through Midtrans and has a picture', () => {
  for (const product of catalogue) {
    expect(product.name, product.slug).toMatch(/^[^|]{1,50}$/)
    expect(product.price).toSatisfy((price: number) => Number.isInteger(price) && price > 0)
    expect(existsSync(`public/images/products/${product.slug}.svg`), product.slug).toBe(true)
  }
})

test('ids and slugs are unique, and the first product is there in plenty', () => {
  expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length)
  expect(new Set(catalogue.map(({ slug }) => slug)).size).toBe(catalogue.length)
  expect(catalogue[0]?.stock).toBeGreaterThanOrEqual(1_000)
})

test('every product says what it is in both languages, and no shelf is empty', () => {
  for (const { slug, kindEn, kindId, descriptionEn, descriptionId } of catalogue) {
    expect(kindEn.length * kindId.length, slug).toBeGreaterThan(0)
    expect(kindId, slug).not.toBe(kindEn)
    expect(descriptionEn.length, slug).toBeGreaterThan(80)
    expect(descriptionId.length, slug).toBeGreaterThan(80)
  }
  expect(new Set(catalogue.map(({ category }) => category))).toEqual(new Set(categories))
})
