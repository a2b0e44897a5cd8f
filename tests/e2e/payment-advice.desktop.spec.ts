import { expect } from 'playwright/test'
import { deviceClasses, INSTAGRAM } from '@/tests/kit/device-classes'
import { test } from '@/tests/kit/playwright'

const IPHONE = deviceClasses.iphone.userAgent
const IPAD_IN_FACEBOOK =
  'Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/500.0]'

test('each device is told how it can pay a QRIS code that is on its own screen', async ({
  page,
  shop,
}) => {
  const orderId = await shop.openOrder({ method: 'QRIS' })
  const read = async (agent: string, language: string) => {
    const headers = { 'User-Agent': agent, 'Accept-Language': language }
    return (await page.request.get(`/checkout/${orderId}`, { headers })).text()
  }
  const inInstagram = await read(INSTAGRAM, 'en')
  expect(inInstagram).toContain('Instagram shows this page in a browser of its own, which may not')
  expect(inInstagram).toContain('href="intent://')
  expect(inInstagram).toContain('Save the QR code to your photos.')
  const inFacebook = await read(IPAD_IN_FACEBOOK, 'id')
  expect(inFacebook).toContain('kadang tidak bisa menyimpan kode QR')
  expect(inFacebook).toContain('href="x-safari-http')
  const inSafari = await read(IPHONE, 'en')
  expect(inSafari).toContain('Hold the QR code, then choose Save to Photos.')
  expect(inSafari).not.toContain('Open in browser')
  expect(await read(IPHONE, 'id')).toContain('pilih Simpan ke Foto.')
})

test('on a computer the page says the steps and the apps, and the countdown is not read out', async ({
  page,
  shop,
}) => {
  await shop.openOrder()
  const steps = [/^1\. Open GoPay/, /^2\. Choose Scan/, /^3\. Check the shop/]
  for (const step of steps) {
    await expect(page.getByRole('listitem').filter({ hasText: step })).toBeVisible()
  }
  const apps = page
    .getByRole('listitem')
    .filter({ hasText: /^(GoPay|DANA|OVO|ShopeePay|LinkAja)$/ })
  await expect(apps).toHaveCount(5)
  const isReadOut = await page
    .getByRole('timer')
    .evaluate((timer) => timer.closest('[aria-live], [role=status], [role=alert]') !== null)
  expect(isReadOut).toBe(false)
})
