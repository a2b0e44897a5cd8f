import { expect } from 'playwright/test'
import { test } from '@/tests/kit/playwright'

/** What Safari on an iPad says when it asks for desktop pages, as it does unless told otherwise. */
const IPAD_AS_MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15'

test('a tablet shows the code to scan and turns to Paid', async ({ page, shop, phone }) => {
  const orderId = await shop.placeOrder()
  await expect(page).toHaveURL(`${shop.url}/checkout/${orderId}`)
  await phone.scan(page, { issuer: 'shopeepay' })
  await shop.sees('Paid')
  await expect(page.getByText('QRIS with ShopeePay', { exact: true })).toBeVisible()
})

test('an iPad that says it is a Mac gets the code as well', async ({ openBrowser, phone }) => {
  const { page, shop } = await openBrowser({ userAgent: IPAD_AS_MAC })
  const orderId = await shop.placeOrder()
  await expect(page).toHaveURL(`${shop.url}/checkout/${orderId}`)
  await phone.scan(page, { issuer: 'gopay' })
  await shop.sees('Paid')
})

test('a tablet that has GoPay itself is one tap away from it', async ({ page, shop, phone }) => {
  await shop.placeOrder()
  await page.getByRole('link', { name: 'Open GoPay', exact: true }).tap()
  await phone.approve(page)
  await shop.sees('Paid')
})
