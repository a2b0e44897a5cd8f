import { expect, type Locator, type Page } from 'playwright/test'
import { test } from '@/tests/kit/playwright'

const WHOLE_NUMBER = 'Choose a whole number from 1 to 99.'

/** Types what a number field would not take, as a program may send it. */
async function typeAnything(field: Locator, text: string): Promise<void> {
  await field.evaluate((input: HTMLInputElement) => {
    input.type = 'text'
  })
  await field.fill(text)
}

/** Sends a form and waits for what the server says to it. */
async function sendAndWait(page: Page, send: () => Promise<void>): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await send()
  expect((await answered).status()).toBe(200)
}

/** Holds back what is posted there, until the function that it returns is called. */
async function holdPosts(page: Page, pattern: string): Promise<() => void> {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(pattern, async (route) => {
    if (route.request().method() === 'POST') await held
    await route.continue()
  })
  return release
}

test('the checkout waits for a change of the cart that is under way', async ({ page, shop }) => {
  await shop.fillCart({ 1: 1 })
  const release = await holdPosts(page, '**/cart')
  await page.goto('/cart')
  await page.getByRole('button', { name: 'One Kopi Gayo, 150 g more' }).click()
  const checkout = page.getByRole('link', { name: 'Checkout', exact: true })
  await checkout.click()
  await expect(checkout).toHaveAttribute('aria-busy', 'true')
  await expect(page).toHaveURL('/cart')
  release()
  await expect(page).toHaveURL('/checkout')
  await expect(page.getByText('Kopi Gayo, 150 g × 2')).toBeVisible()
})

test('the badge counts at once, before the server has answered', async ({ page }) => {
  const release = await holdPosts(page, '**/products/*')
  await page.goto('/products/kopi-gayo')
  const cart = page.getByRole('link', { name: 'Cart', exact: true })
  await expect(cart).toHaveAccessibleDescription('0 items')
  await page.getByLabel('Quantity').fill('3')
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click()
  await expect(cart).toHaveAccessibleDescription('3 items')
  await expect(page.getByText('It is in your cart.')).toHaveCount(0)
  release()
  await expect(page.getByText('It is in your cart.')).toBeVisible()
  await expect(cart).toHaveAccessibleDescription('3 items')
})

test('what went into the cart before the script had come is told of once', async ({ page }) => {
  const said = page.getByText('It is in your cart.')
  await page.goto('/products/kopi-gayo?added=1')
  await expect(said).toBeVisible()
  await expect(page).toHaveURL('/products/kopi-gayo')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Add to cart', exact: true })).toBeVisible()
  await expect(said).toHaveCount(0)
})

test('what was put into the cart leads on to it', async ({ page }) => {
  await page.goto('/products/kopi-gayo')
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click()
  await page.getByRole('link', { name: 'Review and pay' }).click()
  await expect(page).toHaveURL('/cart')
  await expect(page.getByRole('link', { name: 'Checkout', exact: true })).toBeVisible()
})

test('the badge goes back when the shop has not that many', async ({ page }) => {
  await page.goto('/products/kain-sogan')
  await page.getByLabel('Quantity').fill('99')
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click()
  await expect(page.getByText(/^We have only \d+ of Kain Sogan/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Cart', exact: true })).toHaveAccessibleDescription(
    '0 items',
  )
})

test('a quantity that is no whole number from 1 to 99 gets a sentence and changes nothing', async ({
  page,
  shop,
}) => {
  const cart = page.getByRole('link', { name: 'Cart', exact: true })
  const wrong = ['1.5', '9'.repeat(400)]
  await page.goto('/products/kopi-gayo')
  for (const quantity of wrong) {
    await typeAnything(page.getByLabel('Quantity'), quantity)
    const add = page.getByRole('button', { name: 'Add to cart', exact: true })
    await sendAndWait(page, () => add.click())
    await expect(page.getByText(WHOLE_NUMBER)).toBeVisible()
    await expect(cart).toHaveAccessibleDescription('0 items')
  }

  await shop.fillCart({ 1: 2 })
  await page.goto('/cart')
  const field = page.getByLabel('Quantity of Kopi Gayo, 150 g')
  for (const quantity of wrong) {
    await typeAnything(field, quantity)
    await sendAndWait(page, () => field.press('Enter'))
    await expect(page.getByText(WHOLE_NUMBER)).toBeVisible()
    await expect(cart).toHaveAccessibleDescription('2 items')
  }
  await page.reload()
  await expect(field).toHaveValue('2')
})

test('what is pressed below a refusal stays under the finger', async ({ page, shop }) => {
  await shop.fillCart({ 1: 1 })
  await page.goto('/cart')
  const field = page.getByLabel('Quantity of Kopi Gayo, 150 g')
  await field.fill('0')
  await field.press('Enter')
  await expect(page.getByText(WHOLE_NUMBER)).toBeVisible()
  await page.getByRole('link', { name: 'How to pay', exact: true }).click()
  await expect(page).toHaveURL('/help')
})

test('a form that names a product the shop never had gets a sentence', async ({ page }) => {
  await page.goto('/products/kopi-gayo')
  const sentences = {
    '999': 'This product is not sold any more.',
    '-1': 'We do not know this product. Please reload the page.',
    '1 OR 1=1': 'We do not know this product. Please reload the page.',
  }
  for (const [productId, sentence] of Object.entries(sentences)) {
    await page.locator('input[name=productId]').evaluate((input: HTMLInputElement, value) => {
      input.value = value
    }, productId)
    await page.getByRole('button', { name: 'Add to cart', exact: true }).click()
    await expect(page.getByText(sentence)).toBeVisible()
  }
  await expect(page.getByRole('link', { name: 'Cart', exact: true })).toHaveAccessibleDescription(
    '0 items',
  )
})

test('a broken cart keeps what can be read and says that something was left out', async ({
  page,
  context,
  shop,
}) => {
  const open = async (value: string) => {
    await context.addCookies([{ name: 'tokoku-cart', value, url: shop.url }])
    await page.goto('/cart')
  }
  for (const broken of ['1x2.<script>', '1x2.%00']) {
    await open(broken)
    await expect(page.getByText(/could not be read and was left out/)).toBeVisible()
    await expect(page.getByLabel('Quantity of Kopi Gayo, 150 g')).toHaveValue('2')
  }
  await open('1x2.4242x1')
  await expect(page.getByText(/is not sold any more and was left out/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Checkout', exact: true })).toBeVisible()
  for (const rubbish of ['A'.repeat(3_000), '%']) {
    await open(rubbish)
    await expect(page.getByRole('heading', { name: 'Nothing in here yet' })).toBeVisible()
  }
})

test('a cart is changed line by line, and the total follows', async ({ page, shop }) => {
  await shop.fillCart({ 3: 2, 5: 1 })
  await page.goto('/cart')
  const total = page.getByRole('paragraph').filter({ hasText: /^Total/ })
  await expect(total).toHaveText(/34\.000/)
  await page.getByLabel('Quantity of Teh Melati Tegal, 40 g').fill('5')
  await page.getByLabel('Quantity of Teh Melati Tegal, 40 g').press('Enter')
  await expect(total).toHaveText(/58\.000/)
  await page.getByRole('button', { name: 'One Keripik Tempe, 200 g more' }).click()
  await expect(total).toHaveText(/76\.000/)
  await page.getByRole('button', { name: 'Remove Keripik Tempe, 200 g' }).click()
  await expect(total).toHaveText(/40\.000/)
  await page.reload()
  await expect(total).toHaveText(/40\.000/)
  await page.getByRole('button', { name: 'Remove Teh Melati Tegal, 40 g' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing in here yet' })).toBeVisible()
})

test('of what the shop has not enough of, one press takes what there is', async ({
  page,
  shop,
}) => {
  await shop.fillCart({ 1: 2, 15: 99 })
  await page.goto('/cart')
  const badge = page.getByRole('link', { name: 'Cart', exact: true })
  await expect(badge).toHaveText('Cart99+')
  await expect(badge).toHaveAccessibleDescription('101 items')
  const field = page.getByLabel('Quantity of Bantal Mega Mendung')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toHaveAccessibleDescription('Only 50 left.')
  await page.getByRole('button', { name: 'Take 50 of Bantal Mega Mendung' }).click()
  await expect(field).toHaveValue('50')
  await expect(field).not.toHaveAttribute('aria-invalid')
  await expect(page.getByText('Only 50 left.')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'One Bantal Mega Mendung less' })).toBeFocused()
  await expect(page.getByRole('link', { name: 'Checkout', exact: true })).toBeVisible()
  await expect(badge).toHaveText('Cart52')
  await page.reload()
  await expect(field).toHaveValue('50')
})

test('the price of one stands only where there are two', async ({ page, shop }) => {
  await shop.fillCart({ 1: 2, 5: 1 })
  await page.goto('/cart')
  await expect(page.getByText(/each$/)).toHaveText(['Rp 44.000 each'])
  await page.getByRole('button', { name: 'One Keripik Tempe, 200 g more' }).click()
  await expect(page.getByText(/each$/)).toHaveText(['Rp 44.000 each', 'Rp 18.000 each'])
})

test('there are at least twelve products, each with a picture and a page of its own', async ({
  page,
}) => {
  await page.goto('/')
  const links = page.locator('main a[href^="/products/"]')
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  expect(new Set(addresses).size).toBeGreaterThanOrEqual(12)
  for (const address of addresses) {
    const answer = await page.request.get(address ?? '')
    expect(answer.status()).toBe(200)
    const picture = /src="(\/images\/products\/[^"]+)"/.exec(await answer.text())?.[1]
    const drawn = await page.request.get(picture ?? 'no picture')
    expect(drawn.headers()['content-type']).toContain('image/svg+xml')
  }
})
