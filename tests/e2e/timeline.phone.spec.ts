import { expect } from 'playwright/test'
import { test } from '@/tests/kit/playwright'

test('on a phone the timeline fits, and its diagram scrolls by itself', async ({ page, shop }) => {
  const orderId = await shop.openOrder({ method: 'QRIS' })
  await page.goto(`/orders/${orderId}/timeline`)
  await expect(page.getByText('applied: pending after created').first()).toBeVisible()
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways).toBe(0)
})
