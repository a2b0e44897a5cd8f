import { expect, type Page } from 'playwright/test'
import { test } from '@/tests/kit/playwright'

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const cartOf = (page: Page) => page.getByRole('link', { name: 'Cart', exact: true })

test('without JavaScript back leads to the page whose language was chosen', async ({ page }) => {
  await page.goto('/?sort=cheapest')
  await press(page, 'Bahasa Indonesia')
  await expect(page).toHaveURL('/?sort=cheapest')
  await page.locator('main a[href^="/products/"]').first().click()
  await expect(page).toHaveURL(/\/products\//)
  await page.goBack()
  await expect(page).toHaveURL('/?sort=cheapest')
  await expect(page.locator('html')).toHaveAttribute('lang', 'id')
  await expect(page.locator('main a[href^="/products/"]').first()).toBeVisible()
})

test('without JavaScript a thing goes into the cart once, whatever is loaded again or gone back to', async ({
  page,
}) => {
  const said = page.getByText('It is in your cart.')
  await page.goto('/products/kopi-gayo')
  await press(page, 'Add to cart')
  await expect(said).toBeVisible()
  await page.reload()
  await expect(cartOf(page)).toHaveAccessibleDescription('1 item')
  await cartOf(page).click()
  await expect(page).toHaveURL('/cart')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kopi Gayo, 150 g')
  await expect(cartOf(page)).toHaveAccessibleDescription('1 item')

  await page.getByLabel('Quantity').fill('0')
  await press(page, 'Add to cart')
  await expect(page.getByText('Choose a whole number from 1 to 99.')).toBeVisible()
  await expect(said).toHaveCount(0)
})

test('without JavaScript back from the checkout leads to the cart as it was changed', async ({
  page,
  shop,
}) => {
  await shop.fillCart({ 1: 1, 5: 1 })
  await page.goto('/cart')
  await press(page, 'One Kopi Gayo, 150 g more')
  await expect(cartOf(page)).toHaveAccessibleDescription('3 items')
  await press(page, 'Remove Keripik Tempe, 200 g')
  await expect(cartOf(page)).toHaveAccessibleDescription('2 items')
  await page.getByRole('link', { name: 'Checkout', exact: true }).click()
  await expect(page).toHaveURL('/checkout')
  await page.goBack()
  await expect(page).toHaveURL('/cart')
  await expect(page.getByLabel('Quantity of Kopi Gayo, 150 g')).toHaveValue('2')
})

test('without JavaScript the language of a page that is not there is chosen as well', async ({
  page,
}) => {
  for (const path of ['/nowhere', '/orders/TKO-1']) {
    await page.context().clearCookies()
    await page.goto(path)
    await press(page, 'Bahasa Indonesia')
    await expect(page.getByRole('heading', { name: 'Alamat ini kosong' })).toBeVisible()
    await expect(page).toHaveURL(path)
  }
})

test('no form leads out of the shop, whatever its address and its headers say', async ({
  page,
  shop,
}) => {
  await page.goto('/')
  const form = page.getByRole('form', { name: 'Language' })
  const hidden = await form
    .locator('input[type=hidden]')
    .evaluateAll((inputs: HTMLInputElement[]) => inputs.map(({ name, value }) => [name, value]))
  for (const path of [
    '/',
    '//evil.example/',
    '/\\evil.example/',
    '///evil.example',
    '/%5Cevil.example',
  ]) {
    const answer = await page.request.post(`${shop.url}${path}`, {
      multipart: { ...Object.fromEntries(hidden), locale: 'en' },
      headers: { Origin: shop.url, 'X-Tokoku-Plain-Form': 'https://evil.example/' },
      maxRedirects: 0,
    })
    const { location = '/' } = answer.headers()
    expect(new URL(location, shop.url).origin, path).toBe(shop.url)
  }
})
