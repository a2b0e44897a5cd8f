import { expect } from 'playwright/test'
import { test } from '@/tests/kit/playwright'

test('without JavaScript things are looked for, sorted and shown', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('searchbox', { name: 'Search the shelves' }).fill('kopi')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.getByRole('link', { name: 'Highest price' }).click()
  await expect(page).toHaveURL('/?q=kopi&sort=dearest')
  const found = page.locator('main a[href^="/products/"]')
  await expect(found.first()).toContainText('Kopi Tubruk')
  await found.first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kopi Tubruk, 200 g')
  await expect(page.getByRole('button', { name: 'Add to cart', exact: true })).toBeVisible()
})

test('without JavaScript an order is found again, and a question opens', async ({ page, shop }) => {
  const orderId = await shop.openOrder()
  await page.goto('/orders')
  await page.getByRole('link', { name: 'Kopi Gayo, 150 g' }).click()
  await expect(page).toHaveURL(`/orders/${orderId}`)
  await page.goto('/help')
  const answer = page.getByText(/Please do not pay a second time/)
  await expect(answer).toBeHidden()
  await page.getByText('I have paid, but the page still waits').click()
  await expect(answer).toBeVisible()
})
