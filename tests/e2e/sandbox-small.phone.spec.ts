import { expect } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import { chargeAt, statusOf } from './sandbox-charges'

test.use({ viewport: { width: 360, height: 640 } })

test('on a screen of 360 pixels the phone comes first, nothing is cut off, and a payment takes a few taps', async ({
  page,
  sandbox,
}) => {
  const charged = await chargeAt(sandbox)
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  await page.goto(`${sandbox.url}/_sandbox?order_id=${charged.orderId}`)
  const phone = await page.getByRole('region', { name: 'Phone' }).boundingBox()
  const transactions = page.getByRole('region', { name: 'Transactions' })
  expect(phone?.y).toBeLessThan((await transactions.boundingBox())?.y ?? 0)
  await transactions.locator('summary').tap()
  await expect(transactions.getByText(/"qr_string"/)).toBeVisible()
  expect(await overflow()).toBeLessThanOrEqual(0)

  await page.getByRole('link', { name: new RegExp(charged.orderId) }).tap()
  await page.getByRole('button', { name: 'Pay', exact: true }).tap()
  for (const digit of '246813') {
    await page.getByRole('button', { name: digit, exact: true }).tap()
  }
  expect(await overflow()).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: 'Pay', exact: true }).tap()
  await expect(page.getByRole('status')).toContainText('Paid')
  expect(await statusOf(sandbox, charged)).toBe('settlement')
})
