import { expect, type Request } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import { attemptId, createShopClient } from '@/tests/kit/shop-client'

const LOST = /^Not connected/

test('offline for a while: the page says so, keeps its code, and catches up by itself', async ({
  page,
  context,
  shop,
  sandbox,
  watch,
}) => {
  watch.allow(/ERR_INTERNET_DISCONNECTED/)
  const orderId = await shop.openOrder()
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible()
  await expect(page.getByText(LOST)).toHaveCount(0)
  await context.setOffline(true)
  await expect(page.getByText(LOST)).toBeVisible()
  await shop.sees('Waiting for payment')
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible()
  await sandbox.pay(attemptId(orderId))
  await context.setOffline(false)
  await shop.sees('Paid')
  await expect(page.getByText(LOST)).toHaveCount(0)
})

test('a shop that does not answer for a while is waited for', async ({ page, shop, watch }) => {
  watch.allow(/502|Bad Gateway/)
  await page.clock.install()
  await page.route('**/events', (route) => route.fulfill({ status: 502 }))
  await page.route('**/status', (route) => route.fulfill({ status: 502 }))
  await shop.openOrder()
  const lost = page.getByText(LOST)
  /** Lets the pauses between two questions go by until the page says whether it is connected. */
  const askUntil = (count: number) =>
    expect(async () => {
      await page.clock.fastForward(3_000)
      await expect(lost).toHaveCount(count, { timeout: 500 })
    }).toPass()
  await askUntil(1)
  await page.unrouteAll()
  await askUntil(0)
  await shop.sees('Waiting for payment')
})

test('a stream that died in its sleep is found out by asking', async ({ page, shop, sandbox }) => {
  const orderId = await shop.openOrder()
  await shop.sees('Waiting for payment')
  await page.clock.install()
  // Opens and says nothing more.
  await page.addInitScript(() => {
    const Silent = class extends EventTarget {
      readyState = 1
      onopen?: () => void
      constructor() {
        super()
        queueMicrotask(() => this.onopen?.())
      }
      close() {}
    }
    Object.assign(Silent, { OPEN: 1, CLOSED: 2 })
    Object.assign(window, { EventSource: Silent })
  })
  await page.reload()
  await shop.sees('Waiting for payment')
  await sandbox.pay(attemptId(orderId))
  await expect.poll(async () => (await shop.status(orderId)).status).toBe('paid')
  await shop.sees('Waiting for payment')
  await page.clock.fastForward(30_000)
  await shop.sees('Paid')
})

test('five windows in sight share four streams, and all turn to Paid', async ({
  page,
  context,
  shop,
  sandbox,
}) => {
  test.slow()
  const open = new Set<Request>()
  let most = 0
  context.on('request', (request) => {
    if (request.url().endsWith('/events')) most = Math.max(most, open.add(request).size)
  })
  context.on('requestfailed', (request) => open.delete(request))
  context.on('requestfinished', (request) => open.delete(request))
  const windows = []
  for (let count = 0; count < 5; count++) {
    const tab = count === 0 ? page : await context.newPage()
    const client = createShopClient(tab, shop.url, shop.customer)
    windows.push({ client, orderId: await client.openOrder() })
    await client.sees('Waiting for payment')
  }
  // A browser has six connections to a shop: pages need the others.
  expect(most).toBe(4)
  await Promise.all(windows.map(({ orderId }) => sandbox.pay(attemptId(orderId))))
  for (const { client } of windows) await client.sees('Paid')
})

test('windows of the same order learn it from each other', async ({
  page,
  context,
  shop,
  sandbox,
}) => {
  const orderId = await shop.openOrder()
  await shop.sees('Waiting for payment')
  const other = await context.newPage()
  // Neither a stream nor an answer of its own.
  await other.route(/\/(events|status)$/, () => {})
  await other.goto(`/orders/${orderId}`)
  const second = createShopClient(other, shop.url, shop.customer)
  await second.sees('Waiting for payment')
  await sandbox.pay(attemptId(orderId))
  await shop.sees('Paid')
  await second.sees('Paid')
  await page.close()
})
