import { expect } from 'playwright/test'
import { deviceClasses } from '@/tests/kit/device-classes'
import { test } from '@/tests/kit/playwright'
import { attemptId } from '@/tests/kit/shop-client'

const NOT_YET = 'this order may not be cancelled yet'

test('an order shows the way to pay that its device has first, and a problem only while it is one', async ({
  page,
  shop,
}) => {
  const orderId = await shop.openOrder()
  const read = async (problem: string, agent = deviceClasses.computer.userAgent) => {
    const headers = { 'User-Agent': agent }
    const answer = await page.request.get(`/orders/${orderId}?problem=${problem}`, { headers })
    // Without what React is sent beside the page.
    return (await answer.text()).replace(/<script[\s\S]*?<\/script>/g, '')
  }
  const pending = await read('no_answer')
  expect(pending).toContain(NOT_YET)
  expect(pending.indexOf('Show QR code')).toBeLessThan(pending.indexOf('Open GoPay'))
  const onPhone = await read('not_reopened', deviceClasses.android.userAgent)
  expect(onPhone.indexOf('Open GoPay')).toBeLessThan(onPhone.indexOf('Show QR code'))
  expect(onPhone).not.toContain('there is no new one yet')

  await page.getByRole('button', { name: 'Cancel order', exact: true }).click()
  await shop.sees('Cancelled')
  expect(await read('no_answer')).not.toContain(NOT_YET)
  expect(await read('not_reopened')).toContain('there is no new one yet')
})

test('where the wallet tells of a payment, paying again comes last', async ({
  page,
  shop,
  words,
}) => {
  const orderId = await shop.openOrder()
  const showQr = page.getByRole('link', { name: 'Show QR code', exact: true })
  const ground = () => showQr.evaluate((link) => getComputedStyle(link).backgroundColor)
  await page.goto(`/orders/${orderId}`)
  expect(await ground()).not.toBe('rgba(0, 0, 0, 0)')
  await page.goto(`/orders/${orderId}?result=success`)
  await shop.sees('Waiting for payment')
  await expect(page.getByText(words.payment.notPaidAfterAll)).toBeVisible()
  expect(await ground()).toBe('rgba(0, 0, 0, 0)')
})

test('how to pay is not told while the code leads to this page', async ({ page, shop, words }) => {
  await shop.openOrder()
  const steps = page.getByRole('heading', { name: words.payment.steps.heading })
  await expect(steps).toBeVisible()
  await page.getByRole('button', { name: words.payment.address.show, exact: true }).click()
  await expect(page.getByText(words.payment.address.text)).toBeVisible()
  await expect(steps).toBeHidden()
  await page.getByRole('button', { name: words.payment.address.back, exact: true }).click()
  await expect(steps).toBeVisible()
})

test('who was sent the address of an order that is over learns where it can be paid again', async ({
  shop,
  sandbox,
  openBrowser,
  words,
}) => {
  const orderId = await shop.openOrder()
  const other = await openBrowser()
  await other.page.goto(`${shop.url}/orders/${orderId}`)
  await sandbox.deny(attemptId(orderId))
  await other.shop.sees('Declined')
  await expect(other.shop.statusLine).toContainText(words.orders.payAgainElsewhere)
  await shop.sees('Declined')
  await expect(shop.statusLine).not.toContainText(words.orders.payAgainElsewhere)
})

test('a phone that is sent the address of the code for phones shows the code to pay', async ({
  shop,
  openBrowser,
}) => {
  const orderId = await shop.openOrder()
  const { userAgent } = deviceClasses.android
  const phone = await openBrowser({ userAgent })
  await phone.page.goto(`${shop.url}/checkout/${orderId}?show=phone`)
  await expect(phone.page.getByRole('img', { name: /^QR code to pay/ })).toBeVisible()
  await expect(phone.page.getByRole('link', { name: 'Save QR code', exact: true })).toBeVisible()
})
