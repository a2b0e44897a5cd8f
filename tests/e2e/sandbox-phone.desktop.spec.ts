import { expect } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import { chargeAt, statusOf } from './sandbox-charges'
import { openCharged, payWithPin, readCode } from './sandbox-phone'

test('a code picked from those that wait is paid by keyboard alone, with any six digits as the PIN', async ({
  page,
  sandbox,
}) => {
  const charged = await chargeAt(sandbox)
  await page.goto(`${sandbox.url}/_sandbox?order_id=${charged.orderId}`)
  const waiting = page.getByRole('link', { name: new RegExp(charged.orderId) })
  await waiting.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Confirm payment' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Pay with')).toBeFocused()
  await page.keyboard.press('O')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Enter your PIN')).toBeFocused()
  await expect(page.getByLabel('Enter your PIN')).toHaveAccessibleDescription(
    'Any six digits will do.',
  )
  await page.keyboard.type('80a3517')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Paid', exact: true })).toBeFocused()
  await expect(page.getByRole('status')).toContainText('With OVO, off-us.')
  expect(await statusOf(sandbox, charged)).toBe('settlement')
})

test('the keypad types the PIN, and a PIN that is too short pays nothing', async ({
  page,
  sandbox,
}) => {
  const charged = await openCharged(page, sandbox)
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  const keypad = page.getByRole('group', { name: 'Keypad' })
  const press = (name: string) => keypad.getByRole('button', { name, exact: true }).click()
  for (const digit of ['1', '2', '3', '4', '5', '6', '7']) await press(digit)
  await expect(page.getByLabel('Enter your PIN')).toHaveValue('123456')
  await press('Erase')
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  expect(await statusOf(sandbox, charged)).toBe('pending')
  await press('0')
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('Paid')
})

test('declining in the wallet leaves an order pending and says so', async ({ page, sandbox }) => {
  const charged = await openCharged(page, sandbox)
  await page.getByRole('button', { name: 'Decline', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('Declined')
  expect(await statusOf(sandbox, charged)).toBe('pending')
  expect(await sandbox.notifications(charged.orderId)).toHaveLength(1)
})

test('a double click on Pay pays once', async ({ page, sandbox }) => {
  const charged = await chargeAt(sandbox)
  await page.goto(charged.deeplinkUrl)
  await page.getByRole('button', { name: 'Pay', exact: true }).dblclick()
  await expect(page.getByRole('status')).toContainText('Paid')
  expect(await statusOf(sandbox, charged)).toBe('settlement')
  expect(await sandbox.notifications(charged.orderId)).toHaveLength(2)
})

test('a code whose time is over is said to have expired, also when the PIN was already asked for', async ({
  page,
  sandbox,
}) => {
  const charged = await openCharged(page, sandbox)
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  const pin = page.getByLabel('Enter your PIN')
  await expect(pin).toBeVisible()
  await sandbox.advance(901, charged.orderId)
  await pin.fill('123456')
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('Payment expired')
  expect(await statusOf(sandbox, charged)).toBe('expire')
})

test('a code of nobody is said to be unknown', async ({ page, sandbox }) => {
  const response = await page.goto(`${sandbox.url}/_sandbox?id=nobody`)
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('status')).toContainText('Unknown payment')
  await page.getByRole('link', { name: 'Scan another code' }).click()
  await readCode(page, 'no code at all')
  await expect(page.getByRole('alert')).toContainText('QR not readable')
  await expect(page.getByLabel('QR image URL or QR text')).toBeFocused()
})

test('a bank transfer that waits is paid without choosing an app', async ({ page, sandbox }) => {
  const charged = await chargeAt(sandbox, {
    payment_type: 'bank_transfer',
    bank_transfer: { bank: 'bca' },
  })
  await page.goto(`${sandbox.url}/_sandbox?order_id=${charged.orderId}`)
  await page.getByRole('link', { name: new RegExp(charged.orderId) }).click()
  await expect(page.getByText('BCA number')).toBeVisible()
  await expect(page.getByLabel('Pay with')).toHaveCount(0)
  await payWithPin(page)
  await expect(page.getByRole('status')).toContainText('By transfer to BCA.')
  expect(await statusOf(sandbox, charged)).toBe('settlement')
})
