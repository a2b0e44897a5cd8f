import { expect, type Page } from 'playwright/test'
import { findViolations, findViolationsInTheDark } from '@/tests/kit/find-violations'
import { test } from '@/tests/kit/playwright'
import { faultFor } from '@/tests/kit/sandbox-control'
import { attemptId } from '@/tests/kit/shop-client'

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

const looks = { 'en-GB': findViolations, 'id-ID': findViolationsInTheDark }

for (const [locale, look] of Object.entries(looks)) {
  test.describe(`in ${locale} axe finds nothing`, () => {
    test.use({ locale })
    test.slow()

    test('on the way from the form to the code', async ({ page, shop, words }) => {
      const { checkout, orders, payment } = words
      await shop.fillCheckout()
      expect(await look(page)).toEqual([])
      await page.getByLabel(checkout.form.phone, { exact: true }).fill('1')
      await press(page, checkout.form.pay)
      await expect(page.getByText(checkout.fieldErrors.phone.invalid)).toBeVisible()
      expect(await look(page)).toEqual([])
      await page.getByLabel(checkout.form.phone, { exact: true }).fill(shop.customer.phone)
      await press(page, checkout.form.pay)
      await shop.sees(orders.status.pending.title)
      expect(await look(page)).toEqual([])
      await press(page, payment.address.show)
      expect(await look(page)).toEqual([])
    })

    test('on an order that is paid and given back', async ({ page, shop, sandbox, words }) => {
      const { status } = words.orders
      const orderId = await shop.openOrder({ method: 'QRIS' })
      expect(await look(page)).toEqual([])
      await page.goto(`/orders/${orderId}`)
      await shop.sees(status.pending.title)
      expect(await look(page)).toEqual([])
      await sandbox.pay(attemptId(orderId))
      await shop.sees(status.paid.title)
      expect(await look(page)).toEqual([])
      await sandbox.refund(attemptId(orderId), 4_000)
      await shop.sees(status.partially_refunded.title)
      await expect(shop.statusLine).toContainText('Rp 4.000')
      expect(await look(page)).toEqual([])
      await sandbox.refund(attemptId(orderId), 40_000)
      await expect(shop.statusLine.getByRole('heading')).toHaveText(status.refunded.title)
      expect(await look(page)).toEqual([])
      expect(await shop.status(orderId)).toMatchObject({ status: 'refunded', grossAmount: 44_000 })
      await expect(page.getByRole('button', { name: words.orders.payAgain })).toHaveCount(0)
    })

    test('on an order that did not go well', async ({ page, shop, sandbox, words }) => {
      const { orders } = words
      await sandbox.setFaults([faultFor(shop.customer, 'charge', 'validation_400', { times: 1 })])
      const orderId = await shop.openOrder()
      await shop.sees(orders.status.failed.title)
      expect(await look(page)).toEqual([])
      await press(page, orders.payAgain)
      await shop.sees(orders.status.pending.title)
      await sandbox.deny(attemptId(orderId, 2))
      await shop.sees(orders.status.denied.title)
      expect(await look(page)).toEqual([])
      await press(page, orders.payAgain)
      await shop.sees(orders.status.pending.title)
      await press(page, orders.cancel)
      await shop.sees(orders.status.cancelled.title)
      expect(await look(page)).toEqual([])
      await press(page, orders.payAgain)
      await shop.sees(orders.status.pending.title)
      await sandbox.expire(attemptId(orderId, 4))
      await shop.sees(orders.status.expired.title)
      expect(await look(page)).toEqual([])
      await press(page, orders.payAgain)
      await shop.sees(orders.status.pending.title)
      await sandbox.pay(attemptId(orderId, 5))
      await shop.sees(orders.status.paid.title)
    })

    test('while there is no code yet, and when Midtrans sent none', async ({
      page,
      shop,
      sandbox,
      words,
    }) => {
      const { asking, useNothing } = words.payment.preparing
      const says = (text: string) =>
        expect(shop.statusLine).toContainText(text.replace('{amount}', 'Rp 44.000'))
      // The worker asks again and again, until there is something to be told.
      await sandbox.setFaults([faultFor(shop.customer, 'charge', 'status_429')])
      await shop.openOrder({ method: 'QRIS' })
      await says(asking)
      expect(await look(page)).toEqual([])
      await sandbox.setFaults([faultFor(shop.customer, 'charge', 'missing_actions')])
      await says(useNothing)
      expect(await look(page)).toEqual([])
    })

    test('when the time to pay is over', async ({ page, shop, words }) => {
      await page.clock.install()
      await shop.openOrder()
      await shop.sees(words.orders.status.pending.title)
      await page.clock.fastForward('15:01')
      await expect(page.getByText(words.payment.over.heading)).toBeVisible()
      await page.clock.resume()
      expect(await look(page)).toEqual([])
    })
  })
}
