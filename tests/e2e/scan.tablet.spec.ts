import { expect } from 'playwright/test'
import { IPAD_AS_MAC } from '@/tests/kit/device-classes'
import { test } from '@/tests/kit/playwright'

test('a tablet shows the code to scan and turns to Paid', async ({ page, shop, phone }) => {
  const orderId = await shop.openOrder()
  await expect(page).toHaveURL(`${shop.url}/checkout/${orderId}`)
  await phone.scan(page, { issuer: 'shopeepay' })
  await shop.sees('Paid')
  await expect(page.getByText('QRIS with ShopeePay', { exact: true })).toBeVisible()
})

test('an iPad that says it is a Mac gets the code as well', async ({ openBrowser, phone }) => {
  const { page, shop } = await openBrowser({ userAgent: IPAD_AS_MAC })
  const orderId = await shop.openOrder()
  await expect(page).toHaveURL(`${shop.url}/checkout/${orderId}`)
  await phone.scan(page, { issuer: 'gopay' })
  await shop.sees('Paid')
})

test('a tablet that has GoPay itself is one tap away from it', async ({ page, shop, phone }) => {
  await shop.openOrder()
  await page.getByRole('link', { name: 'Open GoPay', exact: true }).tap()
  await phone.approve(page)
  await shop.sees('Paid')
})
