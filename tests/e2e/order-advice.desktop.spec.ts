import { expect } from 'playwright/test'
import { deviceClasses } from '@/tests/kit/device-classes'
import { test } from '@/tests/kit/playwright'

const ASKING_AGAIN = 'Midtrans did not answer. We are asking again'

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
  expect(pending).toContain(ASKING_AGAIN)
  expect(pending.indexOf('Show QR code')).toBeLessThan(pending.indexOf('Open GoPay'))
  const onPhone = await read('not_reopened', deviceClasses.android.userAgent)
  expect(onPhone.indexOf('Open GoPay')).toBeLessThan(onPhone.indexOf('Show QR code'))
  expect(onPhone).not.toContain('there is no new one yet')

  await page.getByRole('button', { name: 'Cancel order', exact: true }).click()
  await shop.sees('Cancelled')
  expect(await read('no_answer')).not.toContain(ASKING_AGAIN)
  expect(await read('not_reopened')).toContain('there is no new one yet')
})
