import { expect } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import { attemptId, createShopClient } from '@/tests/kit/shop-client'
import { controlVisibility } from '@/tests/kit/tab-visibility'

test('the event stream tells the status at once, and then each change', async ({
  page,
  shop,
  sandbox,
}) => {
  const orderId = await shop.openOrder()
  await shop.sees('Waiting for payment')
  await page.goto('/')
  const reading = page.evaluate(async (address) => {
    const stream = new EventSource(address)
    const events: string[] = []
    await new Promise<void>((resolve) => {
      stream.onmessage = (event) => {
        document.documentElement.dataset.events = String(events.push(event.data))
        if (events.length === 2) resolve()
      }
    })
    stream.close()
    return events
  }, `/orders/${orderId}/events`)
  await expect(page.locator('html')).toHaveAttribute('data-events', '1')
  await sandbox.pay(attemptId(orderId))
  const [first, second] = (await reading).map((event) => JSON.parse(event))
  expect(first).toMatchObject({ orderId, status: 'pending', grossAmount: 44_000 })
  expect(second).toEqual(await shop.status(orderId))
})

test('a hidden tab closes its stream, and still turns to Paid by asking', async ({
  page,
  shop,
  sandbox,
}) => {
  await page.clock.install()
  const setHidden = await controlVisibility(page)
  const orderId = await shop.openOrder()
  await shop.sees('Waiting for payment')
  const closed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/events'))
  await setHidden(true)
  await closed
  await sandbox.pay(attemptId(orderId))
  // Asked too early, it would be told that nothing has changed, and wait for its next turn.
  await expect.poll(async () => (await shop.status(orderId)).status).toBe('paid')
  await shop.sees('Waiting for payment')
  await page.clock.fastForward(10_000)
  await shop.sees('Paid')
})

test('a page whose stream does not get through asks for the status', async ({
  page,
  shop,
  sandbox,
  watch,
}) => {
  watch.allow(/\/events/)
  await page.route('**/events', (route) => route.abort())
  const orderId = await shop.openOrder()
  await shop.sees('Waiting for payment')
  await sandbox.pay(attemptId(orderId))
  await shop.sees('Paid')
})

test('a tab that was behind shows what has become of the order once it is in front', async ({
  context,
  shop,
  sandbox,
}) => {
  const orderId = await shop.openOrder()
  const behind = []
  for (let tab = 0; tab < 2; tab++) {
    const other = await context.newPage()
    const setHidden = await controlVisibility(other)
    await other.goto(`/orders/${orderId}`)
    await setHidden(true)
    behind.push({ setHidden, shop: createShopClient(other, shop.url, shop.customer) })
  }
  await shop.sees('Waiting for payment')
  await sandbox.pay(attemptId(orderId))
  await shop.sees('Paid')
  for (const { setHidden, shop: other } of behind) {
    await setHidden(false)
    await other.sees('Paid')
    await setHidden(true)
  }
})

for (const hours of [1, -1]) {
  test(`a machine whose clock is set ${hours} h while the page is open counts on rightly`, async ({
    page,
    shop,
  }) => {
    await page.addInitScript(() => {
      const real = Date.now
      const machine = window as unknown as { jumpMs?: number }
      Date.now = () => real() + (machine.jumpMs ?? 0)
    })
    await shop.openOrder()
    await shop.sees('Waiting for payment')
    const rendered = page.waitForResponse((response) => response.url().includes('_rsc'))
    await page.evaluate((jumpMs) => Object.assign(window, { jumpMs }), hours * 3_600_000)
    await rendered
    await expect(page.getByRole('timer')).toHaveText(/^1[0-4]:\d\d$/)
    await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible()
  })
}
