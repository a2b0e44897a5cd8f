import { expect, type Page } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import { faultFor } from '@/tests/kit/sandbox-control'
import { createShopClient, type ShopClient } from '@/tests/kit/shop-client'

test('a double click on Pay is one order and one charge', async ({ page, shop, sandbox }) => {
  await sandbox.setFaults([
    faultFor(shop.customer, 'charge', 'slow_before', { delay_ms: 700, times: 1 }),
  ])
  await shop.fillCheckout()
  await page.getByRole('button', { name: 'Pay', exact: true }).dblclick()
  await shop.sees('Waiting for payment')
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible()
  expect(await sandbox.transactionsOf(shop.customer.email)).toHaveLength(1)
})

test('going back after Pay finds an empty cart, and no second order', async ({
  page,
  shop,
  sandbox,
}) => {
  const orderId = await shop.placeOrder()
  await shop.sees('Waiting for payment')
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Nothing in here yet' })).toBeVisible()
  await page.goForward()
  await shop.sees('Waiting for payment')
  expect(shop.orderId()).toBe(orderId)
  expect(await sandbox.transactionsOf(shop.customer.email)).toHaveLength(1)
})

/** The same shopper's second tab, with the form filled in. */
async function openSecondTab(first: Page, shop: ShopClient): Promise<ShopClient & { page: Page }> {
  const page = await first.context().newPage()
  const second = createShopClient(page, shop.url, shop.customer)
  await second.openCheckout()
  return { ...second, page }
}

test('a form left open in a second tab leads to the order that the first has placed', async ({
  page,
  shop,
  sandbox,
}) => {
  await shop.fillCheckout()
  const second = await openSecondTab(page, shop)
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await shop.sees('Waiting for payment')
  await second.page.getByRole('button', { name: 'Pay', exact: true }).click()
  await second.sees('Waiting for payment')
  expect(second.orderId()).toBe(shop.orderId())
  expect(await sandbox.transactionsOf(shop.customer.email)).toHaveLength(1)
})

test('Pay pressed in two tabs at the same moment is one order and one charge', async ({
  page,
  shop,
  sandbox,
}) => {
  await sandbox.setFaults([faultFor(shop.customer, 'charge', 'slow_before', { delay_ms: 1_500 })])
  await page.goto('/products/kopi-gayo')
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click()
  await expect(page.getByText('It is in your cart.')).toBeVisible()
  await shop.openCheckout()
  const second = await openSecondTab(page, shop)
  await Promise.all(
    [page, second.page].map((tab) => tab.getByRole('button', { name: 'Pay', exact: true }).click()),
  )
  await shop.sees('Waiting for payment')
  await second.sees('Waiting for payment')
  expect(second.orderId()).toBe(shop.orderId())
  expect(await sandbox.transactionsOf(shop.customer.email)).toHaveLength(1)
})

test('Pay again pressed in two tabs opens one new attempt', async ({
  page,
  context,
  shop,
  sandbox,
}) => {
  const orderId = await shop.openOrder()
  await page.getByRole('button', { name: 'Cancel order', exact: true }).click()
  await shop.sees('Cancelled')
  // Neither tab learns from the shop that the other was quicker.
  await context.route(/\/(events|status)$/, () => {})
  const tabs = [page, await context.newPage()]
  for (const tab of tabs) {
    await tab.goto(`/orders/${orderId}`)
    await expect(tab.getByRole('button', { name: 'Pay again', exact: true })).toBeVisible()
  }
  await Promise.all(
    tabs.map((tab) => tab.getByRole('button', { name: 'Pay again', exact: true }).click()),
  )
  // The slower one may come while Midtrans is asked, and has to look again for the code.
  await context.unrouteAll()
  for (const tab of tabs) {
    await expect(tab.getByRole('img', { name: /^QR code/ })).toBeVisible()
  }
  expect(await sandbox.transactionsOf(shop.customer.email)).toHaveLength(2)
})
