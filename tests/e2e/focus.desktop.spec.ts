import { expect } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import { attemptId } from '@/tests/kit/shop-client'

test('a page that changes by itself takes along the focus that it would have dropped', async ({
  page,
  shop,
  sandbox,
}) => {
  const orderId = await shop.openOrder()
  await shop.sees('Waiting for payment')
  const heading = page.getByRole('heading', { level: 1 })
  await page.getByRole('button', { name: 'Cancel order', exact: true }).focus()
  await sandbox.pay(attemptId(orderId))
  await shop.sees('Paid')
  await expect(heading).toBeFocused()
  await sandbox.refund(attemptId(orderId), 44_000)
  await shop.sees('Refunded')
  await expect(heading).toBeFocused()
})

test('in the cart the focus outlives the end of the steps, and the line', async ({
  page,
  shop,
}) => {
  await shop.fillCart({ 1: 2, 3: 1 })
  await page.goto('/cart')
  const less = page.getByRole('button', { name: 'One Kopi Gayo, 150 g less' })
  await less.click()
  await expect(less).toHaveAttribute('aria-disabled', 'true')
  await expect(less).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Quantity of Kopi Gayo, 150 g')).toHaveValue('1')
  for (const [product, heading] of [
    ['Kopi Gayo, 150 g', 'Your cart'],
    ['Teh Melati Tegal, 40 g', 'Nothing in here yet'],
  ]) {
    await page.getByRole('button', { name: `Remove ${product}` }).press('Enter')
    await expect(page.getByRole('button', { name: `Remove ${product}` })).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused()
  }
})
