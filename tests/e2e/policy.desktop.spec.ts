import { expect } from 'playwright/test'
import { fromOwnAddress } from '@/tests/kit/client-address'
import { findViolations } from '@/tests/kit/find-violations'
import { test } from '@/tests/kit/playwright'

// What a page's own policy refuses fails the test that has opened the page, whichever that is: watch-browser.ts.

test('every page comes with the strict policy', async ({ page, shop }) => {
  const orderId = await shop.openOrder()
  await shop.fillCart({ 1: 2, 3: 1 })
  for (const path of [
    ...['/', '/?q=kopi', '/products/kopi-gayo', '/help', '/cart', '/checkout', '/orders'],
    ...['/nowhere', '/products/nowhere', '/orders/TKO-1'],
    ...[`/orders/${orderId}`, `/orders/${orderId}/timeline`],
    ...[`/checkout/${orderId}`, `/checkout/${orderId}?show=phone`],
  ]) {
    const policy = (await page.request.get(path)).headers()['content-security-policy'] ?? ''
    expect(policy, path).toMatch(/script-src 'self' 'nonce-[\w-]+' 'strict-dynamic';/)
    expect(policy, path).not.toContain('unsafe')
  }
})

test('a script that the shop has not sent does not run, and a test would fail by it', async ({
  page,
  watch,
}) => {
  await page.goto('/help')
  // As text of a shopper's would, were it taken for HTML.
  await page.evaluate(() =>
    document.body.insertAdjacentHTML(
      'beforeend',
      '<button onclick="document.title = 1">Go</button>',
    ),
  )
  await page.getByRole('button', { name: 'Go', exact: true }).click()
  const breach = expect.stringContaining('policy: script-src-attr refuses inline')
  await expect.poll(watch.problems).toContainEqual(breach)
  await expect(page).not.toHaveTitle('1')
  watch.allow(/policy: script-src-attr|Content Security Policy/)
})

test('whoever guesses order numbers gets a page in words that keeps to its policy', async ({
  openBrowser,
  words,
  watch,
}) => {
  watch.allow(/429/)
  const { page, shop } = await openBrowser({ extraHTTPHeaders: fromOwnAddress() })
  const guess = `${shop.url}/orders/TKO-0123456789ABCDEFGHJKMNPQRS`
  // As many as one address may: tests/e2e/global-setup.ts.
  for (let batch = 0; batch < 5; batch++) {
    await Promise.all(Array.from({ length: 30 }, () => page.request.get(`${guess}/status`)))
  }
  const answer = await page.goto(guess)
  expect(answer?.status()).toBe(429)
  const heading = page.getByRole('heading', { name: words.shop.tooMany.heading })
  await expect(heading).toBeVisible()
  expect(await findViolations(page)).toEqual([])
})

test('a browser keeps cookies that no script reads, and nothing else of an order', async ({
  page,
  shop,
}) => {
  const orderId = await shop.openOrder()
  for (const path of [`/orders/${orderId}`, '/orders', '/cart']) {
    await page.goto(path)
    const kept = await page.evaluate(async () => ({
      cookie: document.cookie,
      storage: localStorage.length + sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }))
    expect(kept).toEqual({ cookie: '', storage: 0, databases: 0, workers: 0 })
  }
})
