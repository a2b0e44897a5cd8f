import { expect } from 'playwright/test'
import { test } from '@/tests/kit/playwright'

test('on a phone, and on one of 320 pixels, nothing is wider than the screen', async ({ page }) => {
  const addresses = [
    '/',
    '/?q=kopi',
    '/?q=zzz',
    '/products/wedang-uwuh',
    '/cart',
    '/orders',
    '/help',
  ]
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 640 })
    for (const address of addresses) {
      await page.goto(address)
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wider, `${address} at ${width}`).toBe(0)
    }
  }
})

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
