import { expect, type Page } from 'playwright/test'
import { test } from '@/tests/kit/playwright'

const products = (page: Page) => page.locator('main a[href^="/products/"]')
const field = (page: Page) => page.getByRole('searchbox', { name: 'Search the shelves' })
const shelf = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Shelves' }).getByRole('link', { name, exact: true })

async function look(page: Page, words: string): Promise<void> {
  await field(page).fill(words)
  await field(page).press('Enter')
}

test('words typed in either language find the same thing', async ({ page }) => {
  await page.goto('/')
  await look(page, 'wild honey')
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText('1 product for “wild honey”')
  await expect(products(page)).toHaveAttribute('href', '/products/madu-hutan')
  await look(page, 'madu liar')
  await expect(page).toHaveTitle('Search for “madu liar” · Tokoku')
  await expect(products(page)).toHaveAttribute('href', '/products/madu-hutan')
  await expect(field(page)).toHaveValue('madu liar')
})

test('a shelf, an order and words go together, and back undoes the last of them', async ({
  page,
}) => {
  await page.goto('/')
  await shelf(page, 'Kitchen').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kitchen')
  await expect(shelf(page, 'Kitchen')).toHaveAttribute('aria-current', 'true')
  await page.getByRole('link', { name: 'Lowest price' }).click()
  await expect(products(page).first()).toContainText('Kecap Manis')
  await look(page, 'sugar')
  await expect(page).toHaveURL('/?category=kitchen&sort=cheapest&q=sugar')
  await expect(products(page).first()).toContainText('Kecap Manis')
  await shelf(page, 'Everything').click()
  await expect(page).toHaveURL('/?q=sugar&sort=cheapest')
  await page.goBack()
  await expect(shelf(page, 'Kitchen')).toHaveAttribute('aria-current', 'true')
  await expect(field(page)).toHaveValue('sugar')
})

test('nothing found says so and leads on', async ({ page }) => {
  await page.goto('/?category=batik')
  await look(page, 'espresso machine')
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText('No “espresso machine” on the shelf Batik')
  await page.getByRole('link', { name: 'Search every shelf for “espresso machine”' }).click()
  await expect(heading).toHaveText('Nothing here is called “espresso machine”')
  await page.goto('/?category=batik&q=coffee')
  await page.getByRole('link', { name: 'Search every shelf for “coffee”' }).click()
  await expect(heading).toHaveText(/^\d+ products for “coffee”$/)
  await expect(products(page).first()).toContainText('Kopi Gayo')
})

test('addresses that no page of ours writes show a page all the same', async ({ page }) => {
  for (const address of ['/?q=%27%3B--&sort=x', '/?category=nothing', '/?q=a&q=b', '/?q=%00']) {
    const answer = await page.goto(address)
    expect(answer?.status(), address).toBe(200)
  }
  await page.goto(`/?q=${encodeURIComponent('<b>bold</b>')}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('<b>bold</b>')
})

test('a product stands on its shelf, beside others that can be bought', async ({ page }) => {
  await page.goto('/products/lapis-legit')
  await expect(page.getByText('Layered butter cake, whole')).toBeVisible()
  const beside = products(page)
  await expect(beside).toHaveCount(4)
  await beside.first().click()
  await expect(page.getByRole('button', { name: 'Add to cart', exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Snacks', exact: true }).click()
  await expect(page).toHaveURL('/?category=snacks')
})
