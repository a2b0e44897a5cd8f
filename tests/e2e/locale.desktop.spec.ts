import { expect, type Page } from 'playwright/test'
import { findViolations } from '@/tests/kit/find-violations'
import { test } from '@/tests/kit/playwright'

test.use({ locale: 'id-ID' })

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const language = (page: Page) => page.locator('html').getAttribute('lang')

test('a browser that asks for Indonesian gets the page and its head in Indonesian', async ({
  page,
}) => {
  await page.goto('/')
  expect(await language(page)).toBe('id')
  await expect(page).toHaveTitle('Tokoku: kopi, teh, camilan, dan batik')
  await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /^Toko kecil/)
  await expect(page.getByRole('heading', { name: 'Kopi dan teh' })).toBeVisible()
  const cart = page.getByRole('link', { name: 'Keranjang', exact: true })
  await expect(cart).toHaveAccessibleDescription('0 barang')
})

test('the switch stays on the page, keeps what was typed, and is remembered', async ({
  page,
  shop,
}) => {
  await shop.fillCart({ 1: 2 })
  await page.goto('/checkout?from=cart')
  await page.getByLabel('Nama', { exact: true }).fill(shop.customer.name)
  await button(page, 'English').click()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(shop.customer.name)
  await expect(page).toHaveURL('/checkout?from=cart')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.goto('/cart')
  await expect(page).toHaveTitle('Cart · Tokoku')
  await expect(page.getByText('Rp 44.000 each')).toBeVisible()

  await button(page, 'Bahasa Indonesia').click()
  await expect(page).toHaveTitle('Keranjang · Tokoku')
  await expect(page.getByText('Rp 44.000 per buah')).toBeVisible()
  await expect(button(page, 'Bahasa Indonesia')).toHaveAttribute('aria-current', 'true')
})

test('the cart and the checkout say in Indonesian what is wrong', async ({ page, shop }) => {
  await page.goto('/products/kain-sogan')
  await page.getByLabel('Jumlah').fill('99')
  await button(page, 'Masukkan ke keranjang').click()
  await expect(page.getByText(/^Persediaan Kain Sogan.* tinggal \d+\./)).toBeVisible()

  await shop.fillCart({ 1: 1 })
  await page.goto('/cart')
  await page.getByLabel(/^Jumlah Kopi Gayo/).fill('0')
  await page.getByLabel(/^Jumlah Kopi Gayo/).press('Enter')
  await expect(page.getByText('Pilih angka bulat dari 1 sampai 99.')).toBeVisible()

  await page.goto('/checkout')
  await page.getByLabel('Email', { exact: true }).fill('sari')
  await page.getByLabel('Nomor HP', { exact: true }).fill('1')
  await button(page, 'Bayar').click()
  const sentences = { Nama: /Tulis nama Anda/, Email: /seperti nama@/, 'Nomor HP': /8 sampai 15/ }
  for (const [name, sentence] of Object.entries(sentences)) {
    await expect(page.getByLabel(name, { exact: true })).toHaveAccessibleDescription(sentence)
  }
})

test('what was refused is told in the language that is chosen afterwards', async ({
  page,
  shop,
}) => {
  await page.goto('/products/kain-sogan')
  await page.getByLabel('Jumlah').fill('99')
  await button(page, 'Masukkan ke keranjang').click()
  await expect(page.getByText(/^Persediaan Kain Sogan/)).toBeVisible()
  await button(page, 'English').click()
  await expect(page.getByText(/^We have only \d+ of Kain Sogan/)).toBeVisible()
  await expect(page.getByLabel('Quantity')).toHaveValue('99')

  await shop.fillCart({ 1: 1 })
  await page.goto('/cart')
  await page.getByLabel(/^Quantity of/).fill('0')
  await page.getByLabel(/^Quantity of/).press('Enter')
  await expect(page.getByText('Choose a whole number from 1 to 99.')).toBeVisible()
  await button(page, 'Bahasa Indonesia').click()
  await expect(page.getByText('Pilih angka bulat dari 1 sampai 99.')).toBeVisible()

  await page.goto('/checkout')
  await page.getByLabel('Email', { exact: true }).fill('sari')
  await button(page, 'Bayar').click()
  await expect(page.getByLabel('Nama', { exact: true })).toHaveAccessibleDescription(/Tulis nama/)
  await button(page, 'English').click()
  const sentences = {
    Name: /Tell us your name/,
    Email: /such as name@/,
    Phone: /Tell us your phone/,
  }
  for (const [name, sentence] of Object.entries(sentences)) {
    await expect(page.getByLabel(name, { exact: true })).toHaveAccessibleDescription(sentence)
  }
  await expect(page.getByLabel('Email', { exact: true })).toHaveValue('sari')
})

test('an order that was cancelled says so in Indonesian', async ({ page, shop }) => {
  await shop.openOrder()
  await button(page, 'Batalkan pesanan').click()
  await shop.sees('Dibatalkan')
  await expect(button(page, 'Bayar lagi')).toBeVisible()
})

test('what is not there is not there in Indonesian, and the switch works there too', async ({
  page,
}) => {
  for (const path of ['/nowhere', '/orders/TKO-1']) {
    await page.context().clearCookies()
    await page.goto(path)
    await expect(page.getByRole('heading', { name: 'Alamat ini kosong' })).toBeVisible()
    expect(await language(page)).toBe('id')
    await button(page, 'English').click()
    await expect(page.getByRole('heading', { name: 'Nothing at this address' })).toBeVisible()
    await expect(page).toHaveURL(path)
  }
})

test('a form that is refused before it reaches a page is refused in words', async ({ page }) => {
  const headers = { 'Accept-Language': 'id', Origin: 'https://evil.example' }
  const answer = await page.request.post('/cart', { headers })
  expect([answer.status(), await answer.text()]).toEqual([
    403,
    'Permintaan ini tidak datang dari halaman kami.\n',
  ])
})

test('a failure above the page, where no language is known, is told in both', async ({
  page,
  watch,
}) => {
  watch.allow(/broken on purpose/)
  // The header counts the cart in the browser: there alone this is called.
  await page.addInitScript(() => {
    const { replace } = String.prototype
    String.prototype.replace = function (this: string, ...rest: [never, never]) {
      if (String(rest[0]) === '#') throw new Error('broken on purpose')
      return replace.apply(this, rest)
    }
  })
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/did not work.*Maaf/)
  await expect(page.locator('[lang=id]')).toHaveCount(4)
  expect(await findViolations(page)).toEqual([])
})

test.describe('in Jayapura', () => {
  test.use({ timezoneId: 'Asia/Jayapura' })

  test("times are the shopper's own, and are called WIT", async ({ page, shop }) => {
    const orderId = await shop.openOrder()
    const due = new Date(String((await shop.status(orderId)).expiresAt))
    const clock = new Intl.DateTimeFormat('id', { timeStyle: 'short', timeZone: 'Asia/Jayapura' })
    // The month by its shape alone: ICU versions write it differently.
    await expect(page.locator('time')).toHaveText(
      new RegExp(`^\\d+ \\w+ \\d{4}, ${clock.format(due).replace('.', '\\.')} WIT$`),
    )
  })
})
