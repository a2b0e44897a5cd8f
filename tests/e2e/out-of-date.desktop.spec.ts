import { expect, type Page } from 'playwright/test'
import { test } from '@/tests/kit/playwright'

/** As it is written in a page of a build that the shop is no longer: 42 digits that name no action. */
const ACTION_OF_ANOTHER_BUILD = `60${'0'.repeat(40)}`

/** Lets the page's forms name actions that the shop does not have. */
async function outdate(page: Page): Promise<void> {
  await page.route('**', (route, request) => {
    if (request.method() !== 'POST') return route.continue()
    return route.continue({
      headers: { ...request.headers(), 'next-action': ACTION_OF_ANOTHER_BUILD },
    })
  })
}

const OUT_OF_DATE = 'This form is out of date. Reload the page and try again.'
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

test.beforeEach(({ watch }) => watch.allow(/console: .* 409/))

test('a checkout that was opened before the shop was renewed says so and keeps what was typed', async ({
  page,
  shop,
}) => {
  await shop.fillCheckout({ method: 'QRIS' })
  await outdate(page)
  const said = page.locator('main').getByRole('alert')
  await press(page, 'Pay')
  await expect(said).toHaveText(OUT_OF_DATE)
  await expect(page.getByLabel('Email', { exact: true })).toHaveValue(shop.customer.email)
  await expect(page.getByRole('radio', { name: 'QRIS', exact: true })).toBeChecked()
  await press(page, 'Bahasa Indonesia')
  await expect(page.locator('footer').getByRole('alert')).toHaveText(OUT_OF_DATE)
  await expect(page.getByLabel('Email', { exact: true })).toHaveValue(shop.customer.email)
})

test('so do a product, the cart and an order', async ({ page, shop }) => {
  const said = page.locator('main').getByText(OUT_OF_DATE)
  await shop.openOrder()
  await outdate(page)
  await press(page, 'Cancel order')
  await expect(said).toBeVisible()
  await shop.sees('Waiting for payment')

  await page.goto('/products/kopi-gayo')
  await press(page, 'Add to cart')
  await expect(said).toBeVisible()

  await shop.fillCart({ 1: 2 })
  await page.goto('/cart')
  await press(page, 'One Kopi Gayo, 150 g more')
  await expect(said).toHaveCount(1)
  await press(page, 'Remove Kopi Gayo, 150 g')
  await expect(said).toHaveCount(2)
  await expect(page.getByLabel('Quantity of Kopi Gayo, 150 g')).toHaveValue('2')
})
