import { expect, type Page } from 'playwright/test'
import { fromOwnAddress } from '@/tests/kit/client-address'
import { test } from '@/tests/kit/playwright'

const NOBODYS = [
  // Well formed, and nobody's.
  'TKO-0123456789ABCDEFGHJKMNPQRS',
  // Malformed: too short, too long, small letters, a letter that Crockford leaves out, rubbish.
  'TKO-0123456789',
  'TKO-0123456789ABCDEFGHJKMNPQRSTVWXYZ0123456789ABCDEFGHJKMNPQRS',
  'tko-0123456789abcdefghjkmnpqrs',
  'TKO-0123456789ABCDEFGHJKMNPQRU',
  '%00',
  '%27%20OR%201=1--',
  '%3Cscript%3E',
  '1',
]

const routes = [
  (id: string) => `/orders/${id}`,
  (id: string) => `/orders/${id}/status`,
  (id: string) => `/orders/${id}/events`,
  (id: string) => `/orders/${id}/qr.png`,
  (id: string) => `/orders/${id}/finish?order_id=${id}-1&result=success`,
  (id: string) => `/checkout/${id}`,
  (id: string) => `/checkout/${id}?show=qr`,
]

test('an order id that does not exist is not found on every address, without saying why', async ({
  page,
}) => {
  const headers = fromOwnAddress()
  for (const route of routes) {
    const answers = new Set<string>()
    for (const id of NOBODYS) {
      const answer = await page.request.get(route(id), { headers, maxRedirects: 0 })
      expect([route(id), answer.status()]).toEqual([route(id), 404])
      const isPage = answer.headers()['content-type']?.startsWith('text/html')
      answers.add(isPage ? 'a page' : await answer.text())
    }
    expect(answers.size).toBe(1)
  }
})

test('the page for an unknown order reads the same whatever is wrong with its id', async ({
  page,
}) => {
  const texts = new Set<string | null>()
  for (const id of NOBODYS.slice(0, 5)) {
    await page.goto(`/orders/${id}`)
    await expect(page.getByRole('heading', { name: 'Nothing at this address' })).toBeVisible()
    texts.add(await page.getByRole('main').textContent())
  }
  expect(texts.size).toBe(1)
})

/** The hidden field by which a form without JavaScript names its action. */
async function readActions(page: Page, address: string): Promise<string[]> {
  const html = await (await page.request.get(address)).text()
  return [...html.matchAll(/name="(\$ACTION_ID_[0-9a-f]+)"/g)].map(([, name]) => name ?? '')
}

test('another browser sees the order but may neither cancel it nor pay it again', async ({
  page,
  shop,
  openBrowser,
}) => {
  const orderId = await shop.openOrder()
  await shop.sees('Waiting for payment')
  const [cancel] = await readActions(page, `/orders/${orderId}`)
  expect(cancel).toBeDefined()

  const stranger = await openBrowser()
  await stranger.page.goto(`/orders/${orderId}`)
  await stranger.shop.sees('Waiting for payment')
  await expect(stranger.page.getByRole('button', { name: 'Cancel order' })).toHaveCount(0)
  await expect(stranger.page.getByText(shop.customer.email)).toHaveCount(0)
  await stranger.page.goto(`/checkout/${orderId}`)
  await expect(stranger.page.getByRole('button', { name: 'Cancel order' })).toHaveCount(0)

  const post = (from: Page, action: string, headers = { Origin: shop.url }) =>
    from.request.post(`/orders/${orderId}`, {
      multipart: { [action]: '', orderId },
      headers,
      maxRedirects: 0,
    })
  expect((await post(stranger.page, cancel ?? '')).status()).toBe(404)
  expect((await shop.status(orderId)).status).toBe('pending')
  for (const Origin of ['null', 'https://evil.example']) {
    expect((await post(page, cancel ?? '', { Origin })).status()).toBe(403)
  }
  expect((await shop.status(orderId)).status).toBe('pending')

  await page.getByRole('button', { name: 'Cancel order', exact: true }).click()
  await shop.sees('Cancelled')
  const [again] = await readActions(page, `/orders/${orderId}`)
  await stranger.shop.sees('Cancelled')
  await expect(stranger.page.getByRole('button', { name: 'Pay again' })).toHaveCount(0)
  expect((await post(stranger.page, again ?? '')).status()).toBe(404)
  expect((await shop.status(orderId)).status).toBe('cancelled')
})

test('pages of an order are kept by nobody and tell their address to nobody', async ({
  page,
  shop,
}) => {
  const orderId = await shop.openOrder()
  for (const path of [`/orders/${orderId}`, `/checkout/${orderId}`, `/orders/${orderId}/status`]) {
    const headers = (await page.request.get(path)).headers()
    expect(headers['cache-control']).toContain('no-store')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['x-robots-tag']).toContain('noindex')
  }
})

test('scripts run by a nonce that is new with every page', async ({ page }) => {
  const policies = new Set<string>()
  for (let visit = 0; visit < 3; visit++) {
    const policy = (await page.request.get('/')).headers()['content-security-policy'] ?? ''
    const scripts = policy.split('; ').find((rule) => rule.startsWith('script-src'))
    expect(scripts).toMatch(/'nonce-[\w-]{16,}' 'strict-dynamic'/)
    expect(scripts).not.toContain('unsafe')
    policies.add(policy)
  }
  expect(policies.size).toBe(3)
})

test('the shop says that it is well', async ({ page }) => {
  const answer = await page.request.get('/api/health')
  expect([answer.status(), await answer.json()]).toEqual([200, { status: 'ok' }])
})
