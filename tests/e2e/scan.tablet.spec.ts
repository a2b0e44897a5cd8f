import { test } from '@/tests/kit/playwright'

test('a tablet that has GoPay itself is one tap away from it', async ({ page, shop, phone }) => {
  await shop.openOrder()
  await page.getByRole('link', { name: 'Open GoPay', exact: true }).tap()
  await phone.approve(page)
  await shop.sees('Paid')
})
