import { expect } from 'playwright/test'
import { findViolations } from '@/tests/kit/find-violations'
import { test } from '@/tests/kit/playwright'

const addresses = [
  ...['/', '/?category=batik&sort=name', '/?q=kopi', '/?q=zzz', '/products/kopi-gayo'],
  ...['/cart', '/orders', '/help', '/nowhere'],
]

test('axe finds nothing on the shelves, the cart, the orders and the help', async ({
  page,
  shop,
}) => {
  await shop.placeOrder({ cart: { 1: 1, 3: 1 } })
  await shop.fillCart({ 1: 2, 13: 1 })
  for (const address of addresses) {
    await page.goto(address)
    expect(await findViolations(page), address).toEqual([])
  }
})

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
