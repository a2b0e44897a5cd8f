import { expect } from 'playwright/test'
import { test } from '@/tests/kit/playwright'

test('on a phone the total and the reason for a refusal are in sight of Pay', async ({
  page,
  shop,
}) => {
  await shop.fillCheckout({ method: 'QRIS' })
  const pay = page.getByRole('button', { name: 'Pay', exact: true })
  await pay.scrollIntoViewIfNeeded()
  await expect(page.getByText('Rp 44.000').locator('visible=true').first()).toBeInViewport()
  // In another tab the cart has changed.
  await shop.fillCart({ 1: 2 })
  await pay.tap()
  const refusal = page.getByRole('alert').filter({ hasText: 'it is Rp 88.000 now' })
  await expect(refusal).toBeInViewport({ ratio: 1 })
  await expect(pay).toBeInViewport({ ratio: 1 })
})
