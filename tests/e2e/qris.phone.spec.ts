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
  const orderId = await shop.openOrder({ method: 'QRIS' })
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
