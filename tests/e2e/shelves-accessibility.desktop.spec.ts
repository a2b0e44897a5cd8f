import { expect } from 'playwright/test'
import { findViolations, findViolationsInTheDark } from '@/tests/kit/find-violations'
import { test } from '@/tests/kit/playwright'

const addresses = [
  ...['/', '/?category=batik&sort=name', '/?q=kopi', '/?q=zzz&category=batik'],
  '/products/wedang-uwuh',
  ...['/help', '/nowhere'],
]
const looks = { 'en-GB': findViolations, 'id-ID': findViolationsInTheDark }

for (const [locale, look] of Object.entries(looks)) {
  test.describe(`in ${locale} axe finds nothing`, () => {
    test.use({ locale })
    test.slow()

    test('on the shelves, the help and what is not there', async ({ page }) => {
      for (const address of addresses) {
        await page.goto(address)
        expect(await look(page), address).toEqual([])
      }
    })

    test('on the cart and the orders, with and without things', async ({ page, shop, words }) => {
      for (const address of ['/cart', '/orders', '/checkout']) {
        await page.goto(address)
        expect(await look(page), `${address}, empty`).toEqual([])
      }
      await shop.openOrder({ cart: { 1: 1, 3: 1 } })
      await shop.fillCart({ 1: 2, 13: 1 })
      for (const address of ['/cart', '/orders']) {
        await page.goto(address)
        expect(await look(page), address).toEqual([])
      }
      await shop.fillCart({ 1: 2, 15: 99 })
      await page.goto('/cart')
      expect(await look(page), '/cart, with too many').toEqual([])
      await page.goto('/products/kopi-gayo')
      await page.getByRole('button', { name: words.cart.add.submit, exact: true }).click()
      await expect(page.getByText(words.cart.add.done)).toBeVisible()
      expect(await look(page), 'added').toEqual([])
      await page.goto('/products/kain-sogan')
      await page.getByLabel(words.cart.add.quantity).fill('99')
      await page.getByRole('button', { name: words.cart.add.submit, exact: true }).click()
      await expect(page.getByText(/Kain Sogan.* \d+\b/).last()).toBeVisible()
      expect(await look(page), 'too many').toEqual([])
    })

    test('on the page for what went wrong', async ({ page, words, watch }) => {
      watch.allow(/500|console: Error/)
      await page.goto('/products/kopi-gayo')
      const isAction = (url: URL) => url.pathname === '/products/kopi-gayo'
      await page.route(isAction, (route) => route.fulfill({ status: 500, body: '' }))
      await page.getByRole('button', { name: words.cart.add.submit, exact: true }).click()
      await expect(page.getByRole('heading', { name: words.shop.error.heading })).toBeVisible()
      await expect(page.getByRole('button', { name: words.shop.error.again })).toBeVisible()
      expect(await look(page)).toEqual([])
    })
  })
}

test('things are looked for and bought by keyboard alone', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('honey')
  await page.keyboard.press('Enter')
  const honey = page.getByRole('link', { name: /^Rp.110\.000 Madu Hutan/ })
  await honey.focus()
  await page.keyboard.press('Enter')
  const add = page.getByRole('button', { name: 'Add to cart', exact: true })
  await expect(add).toBeVisible()
  await page.getByLabel('Quantity').focus()
  await page.keyboard.press('Tab')
  await expect(add).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('It is in your cart.')).toBeVisible()
})

test('in forced colours the chosen shelf still stands out', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/?category=snacks')
  const shelves = page.getByRole('navigation', { name: 'Shelves' }).getByRole('link')
  const grounds = await shelves.evaluateAll((links) =>
    links.map((link) => [link.textContent, getComputedStyle(link).backgroundColor] as const),
  )
  const chosen = grounds.find(([name]) => name === 'Snacks')?.[1]
  expect(grounds.filter(([, ground]) => ground === chosen)).toHaveLength(1)
})

test('in forced colours what is to be pressed next still has an edge', async ({ page, shop }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await shop.fillCart({ 1: 1 })
  for (const [address, role, name] of [
    ['/products/kopi-gayo', 'button', 'Add to cart'],
    ['/cart', 'link', 'Checkout'],
    ['/checkout', 'button', 'Pay'],
  ] as const) {
    await page.goto(address)
    const target = page.getByRole(role, { name, exact: true })
    await expect(target).toHaveCSS('border-top-style', 'solid')
    const [edge, ground] = await target.evaluate((element) => {
      const { borderTopColor, backgroundColor } = getComputedStyle(element)
      return [borderTopColor, backgroundColor]
    })
    expect(edge, name).not.toBe(ground)
  }
})
