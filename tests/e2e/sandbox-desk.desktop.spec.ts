import { expect, type Page } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import type { SandboxClient } from '@/tests/kit/sandbox-client'
import { type Charged, chargeAt, statusOf } from './sandbox-charges'

/** The desk with the rows of one order alone: other tests use the same sandbox. */
async function openDesk(page: Page, sandbox: SandboxClient, { orderId }: Charged) {
  await page.goto(`${sandbox.url}/_sandbox?order_id=${orderId}`)
  return page.getByRole('region', { name: 'Transactions' }).locator('details')
}

test('the desk shows a payment made elsewhere, and keeps open what was open and the focus where it was', async ({
  page,
  sandbox,
}) => {
  const charged = await chargeAt(sandbox)
  const row = await openDesk(page, sandbox, charged)
  const summary = row.locator('summary')
  await summary.focus()
  await page.keyboard.press('Enter')
  await expect(row.getByRole('button', { name: 'Deny' })).toBeVisible()

  await sandbox.pay(charged.orderId, 'dana')
  await expect(summary).toContainText('settlement')
  await expect(row.getByRole('button', { name: 'Deny' })).toHaveCount(0)
  await expect(row).toContainText('"issuer": "dana"')
  await expect(summary).toBeFocused()
  await expect(row).toHaveAttribute('open')
  const sent = page.getByRole('region', { name: 'Notifications' }).locator('details')
  await expect(sent).toHaveCount(2)
})

test('the desk does not disturb a form that is being filled in', async ({ page, sandbox }) => {
  const charged = await chargeAt(sandbox)
  const row = await openDesk(page, sandbox, charged)
  await page.getByLabel('QR image URL or QR text').fill('0002')
  await page.getByLabel('Only for this order id').fill(charged.orderId)
  await sandbox.deny(charged.orderId)
  await expect(row).toContainText('deny')
  await expect(page.getByLabel('QR image URL or QR text')).toHaveValue('0002')
  await expect(page.getByLabel('Only for this order id')).toBeFocused()
  await page.getByRole('button', { name: '+ 15 minutes' }).click()
  await expect(page.getByText('The clock was moved.')).toBeVisible()
  await expect(page.getByLabel('QR image URL or QR text')).toHaveValue('0002')
})

test('the buttons of a row act at once, say what they did, and leave the phone where it was', async ({
  page,
  sandbox,
}) => {
  const charged = await chargeAt(sandbox)
  const row = await openDesk(page, sandbox, charged)
  await row.locator('summary').click()
  await row.getByRole('link', { name: 'Scan' }).click()
  await expect(page.getByRole('heading', { name: 'Confirm payment' })).toBeVisible()
  await expect(row).toHaveAttribute('open')
  const expire = row.getByRole('button', { name: 'Expire' })
  await expect(expire).toHaveAccessibleDescription(charged.orderId)
  await expire.click()
  await expect(page.getByText('Expired.', { exact: true })).toBeVisible()
  await expect(row.locator('summary')).toContainText('expire')
  await expect(row.locator('summary')).toBeFocused()
  await expect(page.getByRole('heading', { name: 'Confirm payment' })).toBeVisible()
  expect(await statusOf(sandbox, charged)).toBe('expire')
})

test('a fault is added and removed on the desk', async ({ page, sandbox }) => {
  const charged = await chargeAt(sandbox)
  await openDesk(page, sandbox, charged)
  const faults = page.getByRole('region', { name: 'Faults' })
  await faults.getByLabel('Order id').fill(charged.orderId)
  await faults.getByLabel('Fault').selectOption('status html')
  await faults.getByLabel('Times').fill('1')
  await faults.getByRole('button', { name: 'Add fault' }).click()
  const fault = faults.locator('.fault', { hasText: charged.orderId })
  await expect(fault).toContainText('1 left')
  await fault.getByRole('button', { name: 'Remove' }).click()
  await expect(fault).toHaveCount(0)
})

test('going back in the browser goes back on the phone', async ({ page, sandbox }) => {
  const charged = await chargeAt(sandbox)
  await openDesk(page, sandbox, charged)
  await page.getByRole('link', { name: new RegExp(charged.orderId) }).click()
  await expect(page.getByRole('heading', { name: 'Confirm payment' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Scan to pay' })).toBeVisible()
})

test('the desk has a name for each of its parts', async ({ page, sandbox }) => {
  await page.goto(`${sandbox.url}/_sandbox`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Midtrans sandbox/)
  for (const name of ['Phone', 'Transactions', 'Notifications', 'Clock', 'Faults', 'Merchants']) {
    await expect(page.getByRole('region', { name, exact: true })).toBeVisible()
  }
  const fields = await page.locator('main :is(input, select, textarea):visible').all()
  for (const field of fields) await expect(field).toHaveAccessibleName(/\S/)
})

test('a browser that asks for Indonesian gets it, and can switch to English for good', async ({
  openBrowser,
  sandbox,
}) => {
  const { page } = await openBrowser({ locale: 'id-ID' })
  const charged = await chargeAt(sandbox)
  await page.goto(charged.deeplinkUrl)
  await expect(page.locator('html')).toHaveAttribute('lang', 'id')
  await expect(page.getByRole('button', { name: 'Tolak', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Bayar', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('Lunas')
  await page.goto(`${sandbox.url}/_sandbox?id=${charged.transactionId}`)
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.getByRole('status')).toContainText('Already paid')
  await page.goto(`${sandbox.url}/v2/qris/index`)
  await expect(page.getByRole('heading', { name: 'Scan to pay' })).toBeVisible()
})
