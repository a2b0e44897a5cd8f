import { expect, type Page } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import { faultFor } from '@/tests/kit/sandbox-control'
import { attemptId } from '@/tests/kit/shop-client'

type Role = 'link' | 'button' | 'radio' | 'textbox'

/** Presses Tab until the element with this role and name has the focus. */
async function tabTo(page: Page, role: Role, name: RegExp): Promise<void> {
  const target = page.getByRole(role, { name }).first()
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${role} ${name}`)
}

test('the whole purchase is made with the keyboard alone', async ({ page, shop, sandbox }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await tabTo(page, 'link', /Kopi Gayo/)
  await page.keyboard.press('Enter')
  await tabTo(page, 'button', /^Add to cart$/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('It is in your cart.')).toBeVisible()
  await page.goto('/cart')
  await tabTo(page, 'link', /^Checkout$/)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Name', { exact: true })).toBeVisible()
  const typed = { Name: shop.customer.name, Email: shop.customer.email, Phone: '081234567890' }
  for (const [field, text] of Object.entries(typed)) {
    await tabTo(page, 'textbox', new RegExp(`^${field}$`))
    await page.keyboard.type(text)
  }
  await tabTo(page, 'radio', /^GoPay$/)
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: 'QRIS', exact: true })).toBeChecked()
  await page.keyboard.press('Enter')
  await shop.sees('Waiting for payment')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()

  await tabTo(page, 'button', /^Send to my phone$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Back to the payment code' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, 'button', /^Cancel order$/)
  await page.keyboard.press('Enter')
  await shop.sees('Cancelled')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await tabTo(page, 'button', /^Pay again$/)
  await page.keyboard.press('Enter')
  await shop.sees('Waiting for payment')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await sandbox.pay(attemptId(shop.orderId(), 2))
  await shop.sees('Paid')
})

test('what is typed between Pay and its answer stays', async ({ page, shop, sandbox }) => {
  await sandbox.setFaults([
    faultFor(shop.customer, 'charge', 'slow_before', { delay_ms: 700, times: 1 }),
  ])
  await shop.fillCheckout()
  const phone = page.getByLabel('Phone', { exact: true })
  await phone.fill('1')
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/checkout', async (route) => {
    if (route.request().method() === 'POST') await held
    await route.continue()
  })
  const pay = page.getByRole('button', { name: 'Pay', exact: true })
  await pay.click()
  await expect(pay).toHaveAttribute('aria-busy', 'true')
  await phone.fill('0812 3456 7890')
  await page.getByRole('radio', { name: 'QRIS', exact: true }).check()
  answer()
  await expect(phone).toHaveAccessibleDescription(/8 to 15 digits/)
  await expect(phone).toBeFocused()
  await expect(phone).toHaveValue('0812 3456 7890')
  await expect(page.getByRole('radio', { name: 'QRIS', exact: true })).toBeChecked()
  await expect(page.getByLabel('Email', { exact: true })).toHaveValue(shop.customer.email)
  await pay.click()
  await shop.sees('Waiting for payment')
})
