import { expect } from 'playwright/test'
import { BY_SYSTEM, INSTAGRAM } from '@/tests/kit/device-classes'
import { test } from '@/tests/kit/playwright'
import { attemptId } from '@/tests/kit/shop-client'

test('back from the wallet is the page with every way to pay, and it stays', async ({
  page,
  shop,
  sandbox,
}) => {
  const orderId = await shop.placeOrder()
  await page.waitForURL(`${sandbox.url}/**`)
  await page.goBack()
  await expect(page).toHaveURL(`/checkout/${orderId}?show=qr`)
  await shop.sees('Waiting for payment')
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible()
  // Scripts run, and have not gone to the wallet again.
  await expect(page.getByRole('timer')).toHaveText(/^14:/)
  await expect(page).toHaveURL(`/checkout/${orderId}?show=qr`)
  await page.reload()
  await shop.sees('Waiting for payment')
  await page.getByRole('link', { name: 'Open GoPay', exact: true }).tap()
  await page.waitForURL(`${sandbox.url}/**`)
  await sandbox.pay(attemptId(orderId))
  await page.goBack()
  await shop.sees('Paid')
})

test('a page that the router has kept does not open the wallet a second time', async ({
  page,
  shop,
  sandbox,
}) => {
  // A wallet that does not open: the browser stays where it is.
  await page.route(`${sandbox.url}/gopay/**`, (route) => route.fulfill({ status: 204 }))
  const orderId = await shop.placeOrder()
  await expect(page).toHaveURL(`/checkout/${orderId}?show=qr`)
  await page.getByRole('link', { name: 'Cart', exact: true }).tap()
  await expect(page).toHaveURL('/cart')
  await page.unrouteAll()
  await page.goBack()
  await expect(page).toHaveURL(`/checkout/${orderId}?show=qr`)
  await expect(page.getByRole('link', { name: 'Open GoPay', exact: true })).toBeVisible()
  await expect(page.getByRole('timer')).toHaveText(/^14:/)
  await expect(page).toHaveURL(`/checkout/${orderId}?show=qr`)
})

const ways = { android: /^intent:\/\//, iphone: /^x-safari-http/ }

test(
  'a wallet that does not open leaves the button, the code and the way out',
  { tag: BY_SYSTEM },
  async ({ page, shop, sandbox }, { project }) => {
    await page.route(`${sandbox.url}/gopay/**`, (route) => route.fulfill({ status: 204 }))
    // For three seconds alone, so it is looked for while the order is placed.
    await Promise.all([page.getByText('Opening GoPay…').waitFor(), shop.placeOrder()])
    await expect(page.getByText('Has GoPay not opened?')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Open GoPay', exact: true })).toBeVisible()
    await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Open in browser', exact: true })).toHaveAttribute(
      'href',
      ways[project.name as keyof typeof ways],
    )
  },
)

test('inside Instagram nothing opens by itself; a tap does, and there is a way out', async ({
  openBrowser,
  sandbox,
  phone,
}) => {
  const { page, shop } = await openBrowser({ userAgent: INSTAGRAM })
  const orderId = await shop.placeOrder()
  await expect(page).toHaveURL(`${shop.url}/checkout/${orderId}`)
  await shop.sees('Waiting for payment')
  await expect(page.getByText('Instagram shows this page')).toBeVisible()
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Open in browser', exact: true })).toHaveAttribute(
    'href',
    /^intent:\/\/.*\/checkout\/TKO-\w+\?show=qr#Intent;/,
  )
  const opened = await page.request.get(`/checkout/${orderId}`, { maxRedirects: 0 })
  expect(opened.status()).toBe(200)
  await page.getByRole('link', { name: 'Open GoPay', exact: true }).click()
  await page.waitForURL(`${sandbox.url}/**`)
  await phone.approve(page)
  await shop.sees('Paid')
})

test('an order paid again goes to the wallet anew, and back is not bounced', async ({
  page,
  shop,
  sandbox,
}) => {
  const orderId = await shop.openOrder()
  await page.waitForURL(`${sandbox.url}/**`)
  await page.goto(`/orders/${orderId}`)
  await page.getByRole('button', { name: 'Cancel order', exact: true }).tap()
  await shop.sees('Cancelled')
  await page.getByRole('button', { name: 'Pay again', exact: true }).tap()
  await page.waitForURL(`${sandbox.url}/**`)
  await page.goBack()
  await expect(page).toHaveURL(`/checkout/${orderId}?show=qr`)
  await shop.sees('Waiting for payment')
})
