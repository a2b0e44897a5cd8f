import { expect, type Page } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import { attemptId } from '@/tests/kit/shop-client'

/** About what a phone has at the edge of a network: half a second to an answer, 400 kbit a second. */
async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 500,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  })
}

test('over a slow connection the purchase goes through, once', async ({
  page,
  shop,
  sandbox,
  phone,
}) => {
  test.slow()
  await slowDown(page)
  const orderId = await shop.placeOrder()
  await shop.sees('Waiting for payment')
  await phone.scan(page, { issuer: 'dana' })
  await shop.sees('Paid')
  expect(shop.orderId()).toBe(orderId)
  expect(await sandbox.transactionsOf(shop.customer.email)).toHaveLength(1)
})

test('a form that is sent before its script is there works all the same', async ({
  page,
  shop,
  sandbox,
}) => {
  await shop.fillCart({ 1: 1 })
  let letThrough = () => {}
  const held = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await page.route('**/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/checkout', { waitUntil: 'commit' })
  await page.getByLabel('Name', { exact: true }).fill(shop.customer.name)
  await page.getByLabel('Email', { exact: true }).fill(shop.customer.email)
  await page.getByLabel('Phone', { exact: true }).fill(shop.customer.phone)
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await page.waitForURL(/\/checkout\/TKO-/, { waitUntil: 'commit' })
  await shop.sees('Waiting for payment')
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible()
  letThrough()
  await sandbox.pay(attemptId(shop.orderId()))
  await shop.sees('Paid')
})
