import { expect, type Page } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import { faultFor } from '@/tests/kit/sandbox-control'
import { attemptId } from '@/tests/kit/shop-client'

// Every test fails on an error in a console: tests/kit/watch-browser.ts. This one asks the browser itself.
const violations: string[] = []
test.beforeEach(async ({ context }) => {
  violations.length = 0
  await context.exposeFunction('tokokuViolation', (told: string) => violations.push(told))
  await context.addInitScript(() => {
    const { tokokuViolation } = window as unknown as { tokokuViolation(told: string): void }
    document.addEventListener('securitypolicyviolation', (event) => {
      tokokuViolation(`${event.violatedDirective} ${event.blockedURI} on ${location.pathname}`)
    })
  })
})
test.afterEach(() => expect(violations).toEqual([]))

/** Opens a page, and looks that its policy is the strict one. */
async function visit(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path)
  const policy = answer?.headers()['content-security-policy'] ?? ''
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w-]+' 'strict-dynamic';/)
  expect(policy).not.toContain('unsafe')
}

test('no page of the shelves breaks its policy', async ({ page, shop }) => {
  for (const path of [
    '/',
    '/?q=kopi',
    '/?q=nothing-like-it',
    '/products/kopi-gayo',
    '/cart',
    '/help',
  ]) {
    await visit(page, path)
  }
  for (const path of ['/checkout', '/orders', '/nowhere', '/products/nowhere'])
    await visit(page, path)
  await shop.fillCart({ 1: 2, 3: 1 })
  for (const path of ['/cart', '/checkout']) await visit(page, path)
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
})

test('no state of an order breaks its policy', async ({ page, shop, sandbox }) => {
  test.slow()
  const orderId = await shop.openOrder()
  const addresses = ['', '/timeline', '?problem=no_answer', '?problem=too_often', '?result=success']
  const look = async () => {
    for (const end of addresses) await visit(page, `/orders/${orderId}${end}`)
  }
  await visit(page, `/checkout/${orderId}`)
  await visit(page, `/checkout/${orderId}?show=phone`)
  await look()
  await page.getByRole('button', { name: 'Cancel order' }).first().click()
  await shop.sees('Cancelled')
  await look()
  await visit(page, `/orders/${orderId}`)
  await page.getByRole('button', { name: 'Pay again', exact: true }).click()
  await shop.sees('Waiting for payment')
  await sandbox.deny(attemptId(orderId, 2))
  await shop.sees('Declined')
  await look()
  await visit(page, `/orders/${orderId}`)
  await page.getByRole('button', { name: 'Pay again', exact: true }).click()
  await shop.sees('Waiting for payment')
  await sandbox.expire(attemptId(orderId, 3))
  await shop.sees('Expired')
  await look()
  await visit(page, `/orders/${orderId}`)
  await page.getByRole('button', { name: 'Pay again', exact: true }).click()
  await shop.sees('Waiting for payment')
  await sandbox.pay(attemptId(orderId, 4))
  await shop.sees('Paid')
  await look()
  await sandbox.refund(attemptId(orderId, 4), 4_000)
  await visit(page, `/orders/${orderId}`)
  await shop.sees('Partially refunded')
  await look()
  const { gross_amount } = await sandbox.transaction(attemptId(orderId, 4))
  await sandbox.refund(attemptId(orderId, 4), Number(gross_amount) - 4_000)
  await visit(page, `/orders/${orderId}`)
  await shop.sees('Refunded')
  await look()
})

test('the page for what went wrong keeps to it', async ({ page, words, watch }) => {
  watch.allow(/500|console: Error/)
  await visit(page, '/products/kopi-gayo')
  const isAction = (url: URL) => url.pathname === '/products/kopi-gayo'
  await page.route(isAction, (route) => route.fulfill({ status: 500, body: '' }))
  await page.getByRole('button', { name: words.cart.add.submit, exact: true }).click()
  await expect(page.getByRole('heading', { name: words.shop.error.heading })).toBeVisible()
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

test('an order whose charge failed, and one that is being prepared, keep to it too', async ({
  page,
  shop,
  sandbox,
}) => {
  await sandbox.setFaults([faultFor(shop.customer, 'charge', 'validation_400', { times: 1 })])
  const orderId = await shop.openOrder({ method: 'QRIS' })
  await shop.sees('Failed')
  await visit(page, `/orders/${orderId}`)
  await sandbox.setFaults([faultFor(shop.customer, 'charge', 'status_503', { times: 2 })])
  await page.getByRole('button', { name: 'Pay again', exact: true }).click()
  await visit(page, `/checkout/${orderId}?show=qr`)
})
