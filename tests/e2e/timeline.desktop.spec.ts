import { readFile } from 'node:fs/promises'
import { expect, type Page } from 'playwright/test'
import { findViolations } from '@/tests/kit/find-violations'
import { test } from '@/tests/kit/playwright'
import { attemptId } from '@/tests/kit/shop-client'

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const entry = (page: Page, text: string | RegExp) =>
  page.getByRole('listitem').filter({ hasText: text })

const openTimeline = (page: Page, orderId: string) => page.goto(`/orders/${orderId}/timeline`)

test('the story of a payment is told from the charge to the settlement, and goes on by itself', async ({
  page,
  shop,
  sandbox,
}) => {
  const orderId = await shop.openOrder()
  await page.goto(`/orders/${orderId}`)
  await page.getByRole('link', { name: 'Timeline', exact: true }).click()
  await expect(entry(page, 'Called Midtrans: POST charge')).toContainText('attempt 1')
  await expect(entry(page, 'Midtrans answered POST charge')).toContainText(/took \d+ ms/)
  await expect(entry(page, 'applied: pending after created')).toHaveCount(1)

  await sandbox.pay(attemptId(orderId))
  const paid = entry(page, 'applied: settlement after pending')
  await expect(paid).toBeVisible()
  await expect(page.locator('svg').getByText('notification settlement')).toBeVisible()
})

test('a check that changes nothing for a shopper appears on an open page too', async ({
  page,
  shop,
  openBrowser,
}) => {
  const orderId = await shop.openOrder()
  await openTimeline(page, orderId)
  const other = await openBrowser()
  await other.page.goto(`/orders/${orderId}/timeline`)
  await press(other.page, 'Check now')
  await expect(other.page.getByText('Midtrans was asked, and nothing changed.')).toBeVisible()
  await expect(entry(page, 'Called Midtrans: GET status')).toBeVisible()
})

test('a body is shown without keys, signatures and people, and a call as a curl line', async ({
  page,
  shop,
}) => {
  const orderId = await shop.openOrder()
  await openTimeline(page, orderId)
  const charge = entry(page, 'Called Midtrans: POST charge')
  await charge.getByText('Body', { exact: true }).click()
  await expect(charge).toContainText(`"order_id": "${attemptId(orderId)}"`)
  await charge.getByText('Make this call again', { exact: true }).click()
  await expect(charge).toContainText('curl -u "$MIDTRANS_SERVER_KEY:"')
  const html = await page.content()
  for (const secret of [process.env.TOKOKU_SERVER_KEY ?? '-', shop.customer.email, '7890']) {
    expect(html).not.toContain(secret)
  }
  expect(html).not.toMatch(/[0-9a-f]{128}/)
})

test('money goes back in part, then in full, and the order says so', async ({
  page,
  shop,
  sandbox,
}) => {
  const orderId = await shop.openOrder()
  await sandbox.pay(attemptId(orderId))
  await shop.sees('Paid')
  await openTimeline(page, orderId)
  await page.getByLabel('Amount in rupiah').fill('4000')
  await press(page, 'Refund')
  await expect(page.getByText('Midtrans gives the money back.')).toBeVisible()
  await expect(page.getByText('Up to Rp 40.000.')).toBeVisible()
  await page.goto(`/orders/${orderId}`)
  await shop.sees('Partially refunded')
  await expect(shop.statusLine).toContainText('Rp 4.000')

  await openTimeline(page, orderId)
  await press(page, 'Refund')
  await expect(page.getByRole('button', { name: 'Refund', exact: true })).toHaveCount(0)
  await page.goto(`/orders/${orderId}`)
  await shop.sees('Refunded')
})

test('what cannot be done is one sentence, and stays on record', async ({
  page,
  shop,
  sandbox,
  watch,
}) => {
  watch.allow(/timeline\/(events|status)/)
  const orderId = await shop.openOrder()
  await openTimeline(page, orderId)
  const cancel = page.getByRole('button', { name: 'Cancel order', exact: true })
  await expect(cancel).toBeVisible()
  // A page that nobody tells of the payment: its button is still there.
  await page.route('**/timeline/{events,status}', (route) => route.abort())
  await page.reload()
  await sandbox.pay(attemptId(orderId))
  await expect.poll(async () => (await shop.status(orderId)).status).toBe('paid')
  await cancel.click()
  await expect(page.getByRole('alert').first()).toHaveText(/^It is paid, so it cannot be cancelled/)
  await expect(entry(page, 'Refused: cancel')).toContainText('It is paid, so')

  await page.getByLabel('Amount in rupiah').fill('44001')
  await press(page, 'Refund')
  await expect(page.getByRole('alert').first()).toHaveText(/^That is more than is left/)
  await expect(entry(page, 'Refused: refund')).toContainText('That is more than is left')
  expect(await shop.status(orderId)).toMatchObject({ status: 'paid' })
})

test('a stored notification is replayed, and nothing changes', async ({ page, shop, sandbox }) => {
  const orderId = await shop.openOrder()
  await sandbox.pay(attemptId(orderId))
  await shop.sees('Paid')
  await openTimeline(page, orderId)
  await entry(page, 'settlement').getByRole('button', { name: 'Replay', exact: true }).click()
  await expect(page.getByText('The notification says what is known.')).toBeVisible()
  await expect(entry(page, 'The notification was replayed')).toContainText('known already')
  expect(await shop.status(orderId)).toMatchObject({ status: 'paid' })
})

test('a notification that no longer matches is replayed, and says so without a change', async ({
  page,
  shop,
  sandbox,
}) => {
  const orderId = await shop.openOrder()
  await openTimeline(page, orderId)
  const pending = entry(page, 'Midtrans notified').filter({ hasText: 'pending after' })
  await expect(pending).toBeVisible()
  await sandbox.pay(attemptId(orderId))
  await expect(entry(page, 'applied: settlement after pending')).toBeVisible()
  await pending.getByRole('button', { name: 'Replay', exact: true }).click()
  await expect(page.getByRole('alert').first()).toHaveText(
    /no longer matches.* Nothing was changed/,
  )
  await expect(entry(page, 'The notification was replayed')).toContainText(
    'ignored: pending after settlement',
  )
  expect(await shop.status(orderId)).toMatchObject({ status: 'paid' })
})

test('the timeline is a file as well', async ({ page, shop }) => {
  const orderId = await shop.openOrder()
  await openTimeline(page, orderId)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download as JSON', exact: true }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe(`${orderId}.json`)
  const timeline = JSON.parse(await readFile(await download.path(), 'utf8'))
  expect(timeline).toMatchObject({ orderId, status: 'pending', attempts: [{ attempt: 1 }] })
  expect(timeline.entries[0].kind).toBe('placed')
})

test('an order that does not exist has no timeline', async ({ page }) => {
  for (const end of ['timeline', 'timeline.json', 'timeline/status', 'timeline/events']) {
    const answer = await page.request.get(`/orders/TKO-00000000000000000000000000/${end}`)
    expect([end, answer.status()]).toEqual([end, 404])
  }
})

test('axe finds nothing on the timeline', async ({ page, shop, sandbox }) => {
  test.slow()
  const orderId = await shop.openOrder()
  await sandbox.pay(attemptId(orderId))
  await shop.sees('Paid')
  await openTimeline(page, orderId)
  expect(await findViolations(page)).toEqual([])
})
