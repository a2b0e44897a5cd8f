import { expect } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import { attemptId } from '@/tests/kit/shop-client'

test.use({ locale: 'id-ID' })

test('without JavaScript the language is switched, there and back, on the same page', async ({
  page,
  shop,
}) => {
  await shop.fillCart({ 1: 2 })
  await page.goto('/cart?from=shelf')
  await expect(page.getByRole('heading', { name: 'Keranjang Anda' })).toBeVisible()
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Your cart' })).toBeVisible()
  await expect(page).toHaveURL('/cart?from=shelf')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Coffee and tea' })).toBeVisible()
  await page.getByRole('button', { name: 'Bahasa Indonesia', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Kopi dan teh' })).toBeVisible()
})

test('without JavaScript an order is placed and paid in Indonesian, by the time in Jakarta', async ({
  page,
  shop,
  sandbox,
}) => {
  await shop.fillCart({ 1: 1 })
  await page.goto('/checkout')
  await page.getByLabel('Nama', { exact: true }).fill(shop.customer.name)
  await page.getByLabel('Email', { exact: true }).fill('sari')
  await page.getByLabel('Nomor HP', { exact: true }).fill(shop.customer.phone)
  await page.getByRole('radio', { name: 'QRIS', exact: true }).check()
  await page.getByRole('button', { name: 'Bayar', exact: true }).click()
  const email = page.getByLabel('Email', { exact: true })
  await expect(email).toHaveAccessibleDescription(/Tulis alamat email seperti/)
  await expect(email).toHaveValue('sari')
  await expect(page.getByLabel('Nama', { exact: true })).toHaveValue(shop.customer.name)
  await expect(page.getByRole('radio', { name: 'QRIS', exact: true })).toBeChecked()
  await email.fill(shop.customer.email)
  await page.getByRole('button', { name: 'Bayar', exact: true }).click()
  await shop.sees('Menunggu pembayaran')
  await expect(page.locator('time')).toHaveText(/\d\d\.\d\d WIB$/)
  await sandbox.pay(attemptId(shop.orderId()))
  await shop.sees('Lunas')
})
