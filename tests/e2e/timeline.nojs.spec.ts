import { expect } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import { attemptId } from '@/tests/kit/shop-client'

test('without JavaScript the timeline is read, and money given back', async ({
  page,
  shop,
  sandbox,
}) => {
  const orderId = await shop.openOrder()
  await sandbox.pay(attemptId(orderId))
  await expect.poll(async () => (await shop.status(orderId)).status).toBe('paid')
  await page.goto(`/orders/${orderId}/timeline`)
  await expect(page.getByText('applied: settlement after pending').first()).toBeVisible()
  await page.getByLabel('Amount in rupiah').fill('4000')
  await page.getByRole('button', { name: 'Refund', exact: true }).click()
  await expect(page.getByText('Midtrans gives the money back.')).toBeVisible()
  await page.getByRole('link', { name: 'Back to the order', exact: true }).click()
  await shop.sees('Partially refunded')
})

test('one refund form sent twice is one refund', async ({ page, shop, sandbox }) => {
  const orderId = await shop.openOrder()
  await sandbox.pay(attemptId(orderId))
  await expect.poll(async () => (await shop.status(orderId)).status).toBe('paid')
  await page.goto(`/orders/${orderId}/timeline`)
  const form = page.locator('form').filter({ has: page.getByLabel('Amount in rupiah') })
  const inputs = await form.locator('input').all()
  const fields = await Promise.all(
    inputs.map(async (input) => [await input.getAttribute('name'), await input.inputValue()]),
  )
  const multipart = { ...Object.fromEntries(fields), amount: '4000' }
  const send = async () => {
    const options = { multipart, headers: { Origin: shop.url }, maxRedirects: 0 }
    const answer = await page.request.post(`/orders/${orderId}/timeline`, options)
    return new URL(answer.headers().location ?? '', shop.url).searchParams.get('did')
  }
  expect((await Promise.all([send(), send()])).sort()).toEqual(['asked_before', 'refunded'])
  const [transaction] = await sandbox.transactions(attemptId(orderId))
  expect(transaction?.refunds).toHaveLength(1)
  await page.goto(`/orders/${orderId}/timeline?did=asked_before`)
  await expect(page.getByRole('alert')).toHaveText(
    'This refund was asked for before. Nothing was changed.',
  )
  const refused = page.getByRole('listitem').filter({ hasText: 'Refused: refund' })
  await expect(refused).toContainText('This refund was asked for before.')
})
