import { expect, type Page } from 'playwright/test'
import { test } from '@/tests/kit/playwright'

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true })
const pay = (page: Page) => page.getByRole('button', { name: 'Pay', exact: true })

/** Presses Pay and waits until the form shows what the server said. */
async function payAndRead(page: Page): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await pay(page).click()
  await answered
  await expect(pay(page)).toHaveAttribute('aria-busy', 'false')
}

test('errors stand beside their fields, what was typed is kept, and nothing is charged', async ({
  page,
  shop,
  sandbox,
}) => {
  await shop.fillCheckout({ method: 'QRIS' })
  await field(page, 'Name').fill('   ')
  await field(page, 'Phone').fill('call me')
  await pay(page).click()
  await expect(field(page, 'Name')).toHaveAccessibleDescription(/Tell us your name/)
  await expect(field(page, 'Name')).toBeFocused()
  await expect(field(page, 'Phone')).toHaveAccessibleDescription(/8 to 15 digits/)
  await expect(field(page, 'Phone')).toHaveValue('call me')
  await expect(field(page, 'Email')).toHaveValue(shop.customer.email)
  await expect(field(page, 'Email')).not.toHaveAttribute('aria-invalid')
  await expect(page.getByRole('radio', { name: 'QRIS', exact: true })).toBeChecked()
  expect(await sandbox.transactionsOf(shop.customer.email)).toEqual([])
})

test('over-long and hostile texts get a sentence beside the field', async ({ page, shop }) => {
  await shop.fillCheckout()
  const hostile: Record<string, [string, RegExp]>[] = [
    {
      Name: ['x'.repeat(101), /at most 100 characters/],
      Email: [`${'a'.repeat(250)}@example.com`, /at most 254 characters/],
      Phone: ['0'.repeat(1_000), /8 to 15 digits/],
    },
    {
      Name: ['Sari\u202Eevil', /plain letters/],
      Email: ['<script>alert(1)</script>@example.com', /such as name@example\.com/],
      Phone: ['0812-DROP-TABLE', /8 to 15 digits/],
    },
  ]
  for (const fields of hostile) {
    for (const [name, [text]] of Object.entries(fields)) await field(page, name).fill(text)
    await payAndRead(page)
    for (const [name, [text, sentence]] of Object.entries(fields)) {
      await expect(field(page, name)).toHaveAccessibleDescription(sentence)
      await expect(field(page, name)).toHaveValue(text)
    }
  }
})

test('a name with quotes, signs and other scripts is a name', async ({ page, shop }) => {
  await shop.fillCheckout()
  await field(page, 'Name').fill(`Siti "Ti" O'Nur & <b>ꦱꦫꦶ</b> 😀`)
  await pay(page).click()
  await shop.sees('Waiting for payment')
})

test('a form far larger than any shopper fills in is refused as too large', async ({
  page,
  shop,
  sandbox,
  watch,
}) => {
  watch.allow(/413|console: Error/)
  await shop.fillCheckout()
  await field(page, 'Name').evaluate((input: HTMLInputElement) =>
    input.removeAttribute('maxlength'),
  )
  await field(page, 'Name').fill('x'.repeat(40_000))
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await pay(page).click()
  expect((await answered).status()).toBe(413)
  await expect(page.getByRole('heading', { name: 'That did not work' })).toBeVisible()
  expect(await sandbox.transactionsOf(shop.customer.email)).toEqual([])
})

test('more than a way of paying can carry gets a sentence beside it', async ({
  page,
  shop,
  sandbox,
}) => {
  // Little of each: other tests run at the same time.
  const cart = { 1: 99, 2: 25, 4: 20, 9: 25, 10: 30, 11: 30, 12: 14 }
  await shop.fillCheckout({ method: 'QRIS', cart })
  await pay(page).click()
  await expect(page.getByText('This way of paying takes at most Rp 10.000.000.')).toBeVisible()
  expect(await sandbox.transactionsOf(shop.customer.email)).toEqual([])
  await page.getByRole('radio', { name: 'GoPay', exact: true }).check()
  await pay(page).click()
  await shop.sees('Waiting for payment')
  await page.getByRole('button', { name: 'Cancel order', exact: true }).click()
  await shop.sees('Cancelled')
})

test('a method that the shop does not know gets a sentence', async ({ page, shop }) => {
  await shop.fillCheckout()
  await page.getByRole('radio', { name: 'GoPay', exact: true }).evaluate((radio) => {
    ;(radio as HTMLInputElement).value = 'credit_card'
  })
  await pay(page).click()
  await expect(page.getByText('Choose GoPay or QRIS.')).toBeVisible()
})

test('an empty cart has nothing to check out', async ({ page }) => {
  await page.goto('/checkout')
  await expect(page.getByRole('heading', { name: 'Nothing in here yet' })).toBeVisible()
  await expect(pay(page)).toHaveCount(0)
})

test('stock that went to another shopper meanwhile is told, and nothing is charged', async ({
  page,
  shop,
  sandbox,
  openBrowser,
}) => {
  const other = await openBrowser()
  await shop.fillCheckout({ cart: { 7: 24 } })
  await other.shop.openOrder({ cart: { 7: 1 } })
  await pay(page).click()
  await expect(page.getByText(/Only \d+ of Lapis Legit, 1 kg are left/)).toBeVisible()
  await expect(field(page, 'Email')).toHaveValue(shop.customer.email)
  expect(await sandbox.transactionsOf(shop.customer.email)).toEqual([])
  await page.goto('/cart')
  await expect(page.getByText(/^Only \d+ left\.$/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Checkout', exact: true })).toHaveCount(0)

  await other.page.getByRole('button', { name: 'Cancel order', exact: true }).click()
  await other.shop.sees('Cancelled')
  // Run more than once at a time, this test waits for all of them to give back.
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('link', { name: 'Checkout', exact: true })).toBeVisible({
      timeout: 500,
    })
  }).toPass()
})

test('a cart that was changed meanwhile is not ordered unseen, though it costs the same', async ({
  page,
  shop,
  sandbox,
}) => {
  await shop.fillCheckout({ cart: { 1: 5 } })
  await shop.fillCart({ 12: 2 })
  await pay(page).click()
  await expect(page.getByText('Your cart has changed: it is Rp 220.000 now.')).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Madu Hutan')
  expect(await sandbox.transactionsOf(shop.customer.email)).toEqual([])
  await pay(page).click()
  await shop.sees('Waiting for payment')
  await page.goto(`/orders/${shop.orderId()}`)
  await expect(page.getByRole('table')).toContainText('Madu Hutan')
})
