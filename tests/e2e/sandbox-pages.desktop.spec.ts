import { expect } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import { attemptId } from '@/tests/kit/shop-client'
import { payWithPin, readCode } from './sandbox-phone'

test("the sandbox's desk reads a code from its address, pays it, and shows what was sent", async ({
  page,
  context,
  shop,
  sandbox,
}) => {
  const orderId = await shop.openOrder()
  const address = await page.getByRole('img', { name: /^QR code/ }).getAttribute('src')
  const desk = await context.newPage()
  await desk.goto(`${sandbox.url}/_sandbox`)
  const transaction = desk.locator('details', { hasText: attemptId(orderId) }).first()
  await expect(transaction).toContainText('pending')

  await readCode(desk, address ?? '')
  await desk.getByLabel('Pay with').selectOption('DANA')
  await payWithPin(desk)
  await expect(desk.getByRole('status')).toContainText('Paid')
  await expect(transaction).toContainText('settlement')
  const sent = desk.getByRole('region', { name: 'Notifications' })
  await expect(sent.locator('details', { hasText: attemptId(orderId) })).toHaveCount(2)
  await shop.sees('Paid')
  await expect(page.getByText('QRIS with DANA', { exact: true })).toBeVisible()
})

test('the QRIS simulator pays the text of a code, and only when asked to', async ({
  context,
  shop,
  sandbox,
}) => {
  const orderId = await shop.openOrder({ method: 'QRIS' })
  const [charged] = await sandbox.transactions(attemptId(orderId))
  const simulator = await context.newPage()
  const readAfresh = async () => {
    await simulator.goto(`${sandbox.url}/v2/qris/index`)
    await readCode(simulator, charged?.qr_string ?? '')
  }
  await readAfresh()
  await simulator.getByRole('button', { name: 'Decline', exact: true }).click()
  await expect(simulator.getByRole('status')).toContainText('Declined')
  expect((await shop.status(orderId)).status).toBe('pending')
  await readAfresh()
  await simulator.getByRole('button', { name: 'Pay', exact: true }).click()
  await expect(simulator.getByRole('status')).toContainText('Paid')
  await shop.sees('Paid')
})
