import { expect } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import { attemptId } from '@/tests/kit/shop-client'
import { controlVisibility } from '@/tests/kit/tab-visibility'

test('a browser finds its own orders, the newest first, and nobody else does', async ({
  page,
  shop,
  sandbox,
  openBrowser,
}) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Orders', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'No orders from here yet' })).toBeVisible()

  const paid = await shop.openOrder({ cart: { 1: 1, 3: 2, 5: 1 } })
  await sandbox.pay(attemptId(paid))
  await shop.sees('Paid')
  await sandbox.refund(attemptId(paid), 44_000)
  await shop.sees('Partially refunded')
  const waiting = await shop.openOrder({ cart: { 3: 1 } })
  await page.goto('/orders')
  const slips = page.getByRole('main').getByRole('listitem')
  await expect(slips).toHaveCount(2)
  await expect(slips.nth(0)).toContainText('Waiting for payment')
  await expect(slips.nth(0)).toContainText(waiting)
  await expect(slips.nth(1)).toContainText('Partially refunded')
  await expect(slips.nth(1)).toContainText('Rp 78.000Rp 44.000 given back')
  await expect(slips.nth(0)).not.toContainText('given back')
  await slips.nth(1).getByRole('link', { name: 'Kopi Gayo, 150 g and 2 more things' }).click()
  await expect(page).toHaveURL(`/orders/${paid}`)

  const stranger = await openBrowser()
  await stranger.page.goto(`${shop.url}/orders`)
  await expect(stranger.page.getByRole('heading', { name: 'No orders' })).toBeVisible()
})

test('the list tells what has become of an order when its tab is in front again', async ({
  context,
  shop,
  sandbox,
}) => {
  const orderId = await shop.openOrder()
  const behind = await context.newPage()
  const setHidden = await controlVisibility(behind)
  await behind.goto('/orders')
  const slip = behind.getByRole('main').getByRole('listitem')
  await expect(slip).toContainText('Waiting for payment')
  await setHidden(true)
  await sandbox.pay(attemptId(orderId))
  await shop.sees('Paid')
  await setHidden(false)
  await expect(slip).toContainText('Paid')
})
