import { expect } from 'playwright/test'
import { test } from '@/tests/kit/playwright'

const NOBODYS = 'TKO-00000000000000000000000000'

test('without JavaScript, too, what is not there says so and leads on', async ({ page }) => {
  for (const address of [
    ...['/nowhere', '/products/nothing', '/products/%00'],
    ...['/orders/TKO-1', `/orders/${NOBODYS}`, `/checkout/${NOBODYS}?show=qr`],
  ]) {
    const answer = await page.goto(address)
    expect(answer?.status(), address).toBe(404)
    const heading = page.getByRole('heading', { name: 'Nothing at this address' })
    await expect(heading, address).toBeVisible()
    await expect(page).toHaveURL(address)
  }
  await page.getByRole('link', { name: 'See all products', exact: true }).first().click()
  await expect(page).toHaveURL('/')
})
