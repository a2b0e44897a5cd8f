import { expect, type Locator } from 'playwright/test'
import { test } from '@/tests/kit/playwright'

test('on a phone the way to the cart, the orders and the help is one tap', async ({ page }) => {
  await page.goto('/products/kopi-gayo')
  const ways = { Help: '/help', Orders: '/orders', Cart: '/cart' }
  for (const [name, address] of Object.entries(ways)) {
    const link = page.getByRole('banner').getByRole('link', { name, exact: true })
    const box = await link.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0), name).toBeGreaterThanOrEqual(44)
    await link.tap()
    await expect(page).toHaveURL(address)
  }
})

const measure = (element: Locator) =>
  element.evaluate((it) => {
    const { left, right, top, bottom } = it.getBoundingClientRect()
    return { left, right, top, bottom }
  })

test('on a small phone a thing can be put into the cart without scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 664 })
  await page.goto('/products/kopi-gayo')
  const add = await measure(page.getByRole('button', { name: 'Add to cart', exact: true }))
  expect(add.bottom).toBeLessThanOrEqual(664)
  const price = await measure(page.getByText('Rp 44.000', { exact: true }).first())
  const text = await measure(page.getByText(/^Arabica from the hills/))
  expect([price.bottom <= add.top, add.bottom <= text.top]).toEqual([true, true])
})

test('on a phone a full cart is counted beside its basket, and not over it', async ({
  page,
  shop,
}) => {
  await page.setViewportSize({ width: 360, height: 664 })
  await shop.fillCart({ 1: 99, 3: 2 })
  await page.goto('/')
  const link = page.getByRole('banner').getByRole('link', { name: 'Cart', exact: true })
  await expect(link).toHaveAccessibleDescription('101 items')
  const badge = await measure(link.getByText('99+'))
  const basket = await measure(link.locator('svg'))
  expect(badge.left).toBeGreaterThanOrEqual((basket.left + basket.right) / 2)
  expect(badge.right).toBeLessThanOrEqual(360)
})
