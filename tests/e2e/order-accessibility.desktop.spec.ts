import { expect } from 'playwright/test'
import { findViolations } from '@/tests/kit/find-violations'
import { test } from '@/tests/kit/playwright'
import { faultFor } from '@/tests/kit/sandbox-control'
import { attemptId } from '@/tests/kit/shop-client'

test('axe finds nothing on the way from the form to the code', async ({ page, shop }) => {
  test.slow()
  await shop.fillCheckout()
  expect(await findViolations(page)).toEqual([])
  await page.getByLabel('Phone', { exact: true }).fill('1')
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await expect(page.getByText('Use a phone number of 8 to 15 digits.')).toBeVisible()
  expect(await findViolations(page)).toEqual([])
  await page.getByLabel('Phone', { exact: true }).fill(shop.customer.phone)
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await shop.sees('Waiting for payment')
  expect(await findViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Send to my phone', exact: true }).click()
  expect(await findViolations(page)).toEqual([])
})

test('axe finds nothing on an order that is paid and given back', async ({
  page,
  shop,
  sandbox,
}) => {
  test.slow()
  const orderId = await shop.placeOrder()
  await page.goto(`/orders/${orderId}`)
  await shop.sees('Waiting for payment')
  expect(await findViolations(page)).toEqual([])
  await sandbox.pay(attemptId(orderId))
  await shop.sees('Paid')
  expect(await findViolations(page)).toEqual([])
  await sandbox.refund(attemptId(orderId), 4_000)
  await shop.sees('Partially refunded')
  expect(await findViolations(page)).toEqual([])
  await sandbox.refund(attemptId(orderId), 40_000)
  await shop.sees('Refunded')
  expect(await findViolations(page)).toEqual([])
})

test('axe finds nothing on an order that did not go well', async ({ page, shop, sandbox }) => {
  test.slow()
  await sandbox.setFaults([faultFor(shop.customer, 'charge', 'validation_400', { times: 1 })])
  const orderId = await shop.placeOrder()
  await shop.sees('Failed')
  expect(await findViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Pay again', exact: true }).click()
  await shop.sees('Waiting for payment')
  await sandbox.deny(attemptId(orderId, 2))
  await shop.sees('Declined')
  expect(await findViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Pay again', exact: true }).click()
  await shop.sees('Waiting for payment')
  await page.getByRole('button', { name: 'Cancel order', exact: true }).click()
  await shop.sees('Cancelled')
  expect(await findViolations(page)).toEqual([])
})

test('axe finds nothing when the time to pay is over', async ({ page, shop }) => {
  await page.clock.install()
  await shop.placeOrder()
  await shop.sees('Waiting for payment')
  await page.clock.fastForward('15:01')
  await expect(page.getByText('The time to pay is over')).toBeVisible()
  await page.clock.resume()
  expect(await findViolations(page)).toEqual([])
})

test('at four times the size nothing is cut off or needs scrolling sideways', async ({
  page,
  shop,
}) => {
  await page.setViewportSize({ width: 320, height: 256 })
  const isTooWide = () =>
    page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  await shop.fillCheckout()
  expect(await isTooWide()).toBe(false)
  const orderId = await shop.placeOrder()
  await shop.sees('Waiting for payment')
  expect(await isTooWide()).toBe(false)
  await page.goto(`/orders/${orderId}`)
  await shop.sees('Waiting for payment')
  expect(await isTooWide()).toBe(false)
})
