import { expect } from 'playwright/test'
import { findViolations } from '@/tests/kit/find-violations'
import { test } from '@/tests/kit/playwright'
import { attemptId } from '@/tests/kit/shop-client'

test('without a connection every form stays, says so, and works once there is one', async ({
  page,
  context,
  shop,
  sandbox,
  watch,
}) => {
  watch.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/)
  const said = page.getByRole('alert').filter({ hasText: /^Not connected: no answer/ })
  await shop.fillCheckout({ method: 'QRIS' })
  const pay = page.getByRole('button', { name: 'Pay', exact: true })
  await context.setOffline(true)
  await pay.click()
  await expect(said).toBeVisible()
  await expect(page.getByLabel('Email', { exact: true })).toHaveValue(shop.customer.email)
  await expect(page.getByRole('radio', { name: 'QRIS', exact: true })).toBeChecked()
  await context.setOffline(false)

  // Once the form arrives, and its answer does not.
  await page.route('**/checkout', async (route) => {
    await route.fetch({ maxRedirects: 0 })
    await route.abort()
    await page.unroute('**/checkout')
  })
  const lost = page.waitForEvent('requestfailed', (request) => request.method() === 'POST')
  await pay.click()
  await lost
  await expect(said).toBeVisible()
  await pay.click()
  await shop.sees('Waiting for payment')
  expect(await sandbox.transactionsOf(shop.customer.email)).toHaveLength(1)

  await context.setOffline(true)
  const cancel = page.getByRole('button', { name: 'Cancel order', exact: true })
  await cancel.click()
  await expect(said).toBeVisible()
  await context.setOffline(false)
  await cancel.click()
  await shop.sees('Cancelled')
})

test('without a connection the choice of a language stays, says so, and costs the page nothing', async ({
  page,
  context,
  shop,
  sandbox,
  watch,
}) => {
  watch.allow(/ERR_INTERNET_DISCONNECTED|502/)
  const said = page.getByRole('alert').filter({ hasText: /^Not connected: no answer/ })
  const indonesian = page.getByRole('button', { name: 'Bahasa Indonesia', exact: true })
  await shop.fillCheckout()
  await context.setOffline(true)
  await indonesian.click()
  await expect(said).toBeVisible()
  await expect(page.getByLabel('Email', { exact: true })).toHaveValue(shop.customer.email)
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await shop.sees('Waiting for payment')
  await expect(said).toHaveCount(0)

  await context.setOffline(true)
  await indonesian.click()
  await expect(said).toBeVisible()
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible()
  expect(await findViolations(page)).toEqual([])
  await context.setOffline(false)
  // What stands before a shop that is being renewed.
  await page.route('**/checkout/*', (route) => route.fulfill({ status: 502 }))
  const answered = page.waitForResponse((response) => response.status() === 502)
  await indonesian.click()
  await answered
  await expect(said).toBeVisible()
  await shop.sees('Waiting for payment')
  await page.unrouteAll()
  await sandbox.pay(attemptId(shop.orderId()))
  await shop.sees('Paid')
  await indonesian.click()
  await shop.sees('Lunas')
  await expect(page.locator('footer').getByRole('alert')).toHaveCount(0)
})
