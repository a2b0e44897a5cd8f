import { expect } from 'playwright/test'
import { watchLayoutShift } from '@/tests/kit/layout-shift'
import { weighPage } from '@/tests/kit/page-weight'
import { test } from '@/tests/kit/playwright'

const KB = 1_000
/** Holds the layout, two links, and no script of its own. */
const EMPTY_PAGE = '/nowhere'

const budgets = [
  { name: 'the catalogue', address: '/', script: 8 * KB },
  { name: 'a product', address: '/products/kopi-gayo', script: 8 * KB },
  { name: 'the cart', address: '/cart', script: 8 * KB },
  { name: 'the checkout', address: '/checkout', script: 12 * KB },
  { name: 'the payment page', address: '/checkout/:orderId?show=qr', script: 12 * KB },
  { name: 'an order', address: '/orders/:orderId', script: 12 * KB },
  { name: 'the help page', address: '/help', script: 1 * KB },
]

test('every page is light', async ({ page, shop }) => {
  test.slow()
  const orderId = await shop.openOrder()
  await shop.fillCart({ 1: 1, 13: 2 })
  const empty = await weighPage(page, EMPTY_PAGE)
  for (const { name, address, script } of budgets) {
    const weight = await weighPage(page, address.replace(':orderId', orderId))
    const own = weight.script - empty.script
    console.log(`${name}: ${own} bytes of script, ${weight.html} of HTML`)
    expect.soft(own, name).toBeLessThanOrEqual(script)
    expect.soft(weight.html, name).toBeLessThanOrEqual(15 * KB)
  }
})

for (const [device, viewport] of Object.entries({
  'a computer': { width: 1280, height: 800 },
  'a phone': { width: 390, height: 844 },
})) {
  test(`on ${device} nothing jumps while pictures, script and font are late`, async ({
    page,
    shop,
  }) => {
    test.slow()
    await page.setViewportSize(viewport)
    const orderId = await shop.openOrder()
    await shop.fillCart({ 1: 1, 13: 2 })
    const readShift = await watchLayoutShift(page)
    // As late as on a slow connection, and in an order that a fast one does not have.
    await page.route(/\.(js|svg|woff2)(\?|$)|qr-code/, async (route) => {
      const path = new URL(route.request().url()).pathname
      await new Promise((resolve) => setTimeout(resolve, path.endsWith('.js') ? 200 : 500))
      await route.continue()
    })
    for (const address of [...budgets.map(({ address }) => address), '/?q=kopi', '/orders']) {
      await page.goto(address.replace(':orderId', orderId))
      expect(await readShift(), address).toBe(0)
    }
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  })
}

test('nothing jumps when a thing has gone into the cart, however late the answer', async ({
  page,
}) => {
  const readShift = await watchLayoutShift(page)
  await page.route('/products/kopi-gayo', async (route) => {
    // What comes within half a second of a press is expected to change the page.
    if (route.request().method() === 'POST') await new Promise((go) => setTimeout(go, 700))
    await route.continue()
  })
  await page.goto('/products/kopi-gayo')
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click()
  await expect(page.getByText('It is in your cart.')).toBeVisible()
  expect(await readShift()).toBe(0)
})
