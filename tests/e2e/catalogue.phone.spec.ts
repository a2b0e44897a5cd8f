import { expect } from 'playwright/test'
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
