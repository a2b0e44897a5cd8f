import { expect } from 'playwright/test'
import { deviceClasses, looks, ONE_LOOK, walletClasses } from '@/tests/kit/device-classes'
import { findViolationsAsShown } from '@/tests/kit/find-violations'
import { test } from '@/tests/kit/playwright'

const PRODUCT = 'Kopi Gayo, 150 g'

type Walk = Parameters<typeof test>[2]

/** On one class of device. */
const walk =
  (device: string): Walk =>
  async ({ page, shop, phone, words, javaScriptEnabled }, { project }) => {
    test.slow()
    const { cart, checkout, orders, payment } = words
    const problems: string[] = []
    async function look(): Promise<void> {
      // axe is a script itself.
      if (project.metadata.axe && javaScriptEnabled !== false)
        problems.push(...(await findViolationsAsShown(page)))
    }
    const link = (name: string) => page.getByRole('link', { name, exact: true })
    const button = (name: string) => page.getByRole('button', { name, exact: true })

    await page.goto('/')
    await look()
    await page.getByRole('link', { name: new RegExp(PRODUCT) }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(PRODUCT)
    await look()
    await page.getByLabel(cart.add.quantity, { exact: true }).fill('2')
    await button(cart.add.submit).click()
    await expect(page.getByText(cart.add.done)).toBeVisible()
    await link(cart.link).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(cart.heading)
    await look()
    await link(cart.checkout).click()

    await page.getByLabel(checkout.form.name, { exact: true }).fill(shop.customer.name)
    await page.getByLabel(checkout.form.email, { exact: true }).fill(shop.customer.email)
    await page.getByLabel(checkout.form.phone, { exact: true }).fill('123')
    await button(checkout.form.pay).click()
    const number = page.getByLabel(checkout.form.phone, { exact: true })
    await expect(number).toHaveAccessibleDescription(
      new RegExp(checkout.fieldErrors.phone.invalid.replace('.', '\\.')),
    )
    await look()
    await number.fill(shop.customer.phone)
    await button(checkout.form.pay).click()

    if (walletClasses.includes(device)) {
      // Not now: the shop still waits, and offers both ways.
      await phone.decline(page)
      await shop.sees(orders.status.pending.title)
      await expect(shop.statusLine).toContainText(orders.walletFailure.happened)
      await look()
      await link(payment.showQr).click()
      await expect(page.getByRole('img', { name: /^(QR code|Kode QR)/ })).toBeVisible()
      await look()
      await link(payment.openGopay).click()
      await phone.approve(page)
    } else {
      await shop.sees(orders.status.pending.title)
      await look()
      await phone.scan(page, { issuer: 'dana' })
    }
    await shop.sees(orders.status.paid.title)
    await expect(shop.statusLine).toContainText('Rp 88.000')
    await expect(page.getByRole('heading', { name: orders.receipt.heading })).toBeVisible()
    await look()
    expect(await shop.status(shop.orderId())).toMatchObject({ status: 'paid', grossAmount: 88_000 })
    expect(problems).toEqual([])
  }

for (const [index, [name, device]] of Object.entries(deviceClasses).entries()) {
  // Which browser it is can only be chosen for a whole project.
  const { defaultBrowserType: _, ...use } = device
  for (const [at, look] of looks.entries()) {
    const tag = at === index % looks.length ? [ONE_LOOK] : []
    test.describe(`${name}, ${look.locale}, ${look.colorScheme}`, { tag }, () => {
      test.use({ ...use, ...look })
      test('a shopper walks from the shelf to a paid order', walk(name))
    })
  }
}
