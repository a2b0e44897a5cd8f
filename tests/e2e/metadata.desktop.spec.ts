import { expect, type Page } from 'playwright/test'
import { test } from '@/tests/kit/playwright'

const meta = (page: Page, name: string) =>
  page.locator(`meta[name="${name}"], meta[property="${name}"]`).getAttribute('content')

test('pages of one shopper are kept out of search engines, the shelves are not', async ({
  page,
  shop,
}) => {
  const orderId = await shop.openOrder()
  for (const address of [
    '/cart',
    '/checkout',
    '/orders',
    `/orders/${orderId}`,
    `/checkout/${orderId}?show=qr`,
  ]) {
    await page.goto(address)
    expect(await meta(page, 'robots'), address).toMatch(/noindex/)
  }
  for (const address of ['/', '/?category=batik', '/products/kopi-gayo', '/help']) {
    await page.goto(address)
    await expect(page.locator('meta[name=robots]'), address).toHaveCount(0)
  }
  const robots = await (await page.request.get('/robots.txt')).text()
  // Whoever may not fetch a page does not see that it says so.
  expect(robots).not.toMatch(/Disallow: \/(cart|checkout|orders)?$/m)
  expect(robots).toContain(`Sitemap: ${shop.url}/sitemap.xml`)
})

test('every address of the sitemap is a page that names itself and describes itself', async ({
  page,
  shop,
}) => {
  const sitemap = await (await page.request.get('/sitemap.xml')).text()
  const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url ?? '')
  expect(addresses.length).toBeGreaterThanOrEqual(20)
  const titles = new Set<string>()
  for (const address of addresses) {
    expect(address.startsWith(`${shop.url}/`)).toBe(true)
    const answer = await page.request.get(address)
    expect(answer.status(), address).toBe(200)
    const html = await answer.text()
    titles.add(/<title>([^<]+)<\/title>/.exec(html)?.[1] ?? address)
    expect(html, address).toMatch(/<meta name="description" content="[^"]{50,}/)
  }
  expect(titles.size).toBe(addresses.length)
})

test('a link to the shop or to a product brings a picture of the right size', async ({ page }) => {
  for (const address of ['/', '/help', '/products/kopi-gayo']) {
    await page.goto(address)
    expect(await meta(page, 'og:locale'), address).toBe('en_GB')
    const picture = await page.request.get((await meta(page, 'og:image')) ?? '')
    expect(picture.headers()['content-type'], address).toBe('image/png')
    expect(picture.headers()['set-cookie'], address).toBeUndefined()
    const header = await picture.body()
    expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([1200, 630])
  }
  expect((await page.request.get('/images/share/nothing.png')).status()).toBe(404)
})

test('a product tells search engines its price, in rupiah, and whether it can be bought', async ({
  page,
  shop,
}) => {
  await page.goto('/products/kopi-gayo')
  const data = JSON.parse(
    (await page.locator('script[type="application/ld+json"]').textContent()) || '{}',
  )
  expect(data).toMatchObject({
    '@type': 'Product',
    name: 'Kopi Gayo, 150 g',
    url: `${shop.url}/products/kopi-gayo`,
    offers: { price: 44_000, priceCurrency: 'IDR', availability: 'https://schema.org/InStock' },
  })
})

test('the shop can be put on a home screen', async ({ page }) => {
  await page.goto('/')
  const address = await page.locator('link[rel=manifest]').getAttribute('href')
  const manifest = await (await page.request.get(address ?? '')).json()
  expect(manifest).toMatchObject({ name: 'Tokoku', start_url: '/', display: 'standalone' })
  for (const icon of manifest.icons as { src: string; sizes: string }[]) {
    const body = await (await page.request.get(icon.src)).body()
    expect(`${body.readUInt32BE(16)}x${body.readUInt32BE(20)}`).toBe(icon.sizes)
  }
})
