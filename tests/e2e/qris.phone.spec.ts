import { readFile } from 'node:fs/promises'
import { expect } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import { readQr } from '@/tests/kit/read-qr'

test('a phone shopper saves the QRIS code, whose picture says what the screen says', async ({
  page,
  shop,
  sandbox,
  phone,
}) => {
  const orderId = await shop.placeOrder({ method: 'QRIS' })
  await shop.sees('Waiting for payment')
  await expect(page).toHaveURL(`${shop.url}/checkout/${orderId}`)
  await expect(page.getByRole('link', { name: 'Open GoPay' })).toHaveCount(0)
  const onScreen = await phone.readCode(page)

  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Save QR code', exact: true }).tap()
  const saved = await saving
  expect(saved.suggestedFilename()).toBe(`${orderId}.png`)
  expect(readQr(await readFile(await saved.path()))).toBe(onScreen)

  await sandbox.scan(onScreen, 'linkaja')
  await shop.sees('Paid')
  await expect(page.getByText('QRIS with LinkAja', { exact: true })).toBeVisible()
})

test('a page of a phone is never wider than its screen', async ({ page, shop }) => {
  const isTooWide = () =>
    page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  for (const path of ['/', '/products/kopi-gayo', '/cart', '/nothing']) {
    await page.goto(path)
    expect([path, await isTooWide()]).toEqual([path, false])
  }
  await shop.fillCheckout()
  expect(['/checkout', await isTooWide()]).toEqual(['/checkout', false])
  const orderId = await shop.openOrder({ method: 'QRIS' })
  await shop.sees('Waiting for payment')
  expect(['payment', await isTooWide()]).toEqual(['payment', false])
  await page.goto(`/orders/${orderId}`)
  expect(['order', await isTooWide()]).toEqual(['order', false])
})
