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

test('without JavaScript the way leads from the shelf to the cart, and takes what there is', async ({
  page,
  shop,
}) => {
  await page.goto('/products/kopi-gayo')
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click()
  await expect(page.getByText('It is in your cart.')).toBeVisible()
  await page.getByRole('link', { name: 'Review and pay' }).click()
  await expect(page).toHaveURL('/cart')
  await expect(page.getByLabel('Quantity of Kopi Gayo, 150 g')).toHaveValue('1')

  await shop.fillCart({ 15: 99 })
  await page.reload()
  const field = page.getByLabel('Quantity of Bantal Mega Mendung')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('button', { name: 'Take 50 of Bantal Mega Mendung' }).click()
  await expect(field).toHaveValue('50')
  await expect(page.getByRole('link', { name: 'Checkout', exact: true })).toBeVisible()
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
