import { expect } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import { chargeAt, statusOf } from './sandbox-charges'
import { payWithPin, readCode } from './sandbox-phone'

test('without JavaScript a code is read from its address, confirmed and paid with a PIN', async ({
  page,
  sandbox,
}) => {
  const charged = await chargeAt(sandbox)
  await page.goto(`${sandbox.url}/_sandbox`)
  await expect(page.getByRole('button', { name: 'Use camera' })).toHaveCount(0)
  await readCode(page, charged.qrUrl)
  await page.getByLabel('Pay with').selectOption('LinkAja')
  await payWithPin(page)
  await expect(page.getByRole('status')).toContainText('With LinkAja, off-us.')
  expect(await statusOf(sandbox, charged)).toBe('settlement')
})

test("without JavaScript the desk's buttons work as forms", async ({ page, sandbox }) => {
  const charged = await chargeAt(sandbox)
  await page.goto(`${sandbox.url}/_sandbox?order_id=${charged.orderId}`)
  const row = page.locator('details', { hasText: charged.orderId }).first()
  await row.locator('summary').click()
  await row.getByRole('button', { name: 'Deny' }).click()
  await expect(page.getByText('Denied.', { exact: true })).toBeVisible()
  expect(await statusOf(sandbox, charged)).toBe('deny')
})

test('without JavaScript the deeplink page pays with one press', async ({ page, sandbox }) => {
  const charged = await chargeAt(sandbox)
  await page.goto(charged.deeplinkUrl)
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('Paid')
  expect(await statusOf(sandbox, charged)).toBe('settlement')
})
