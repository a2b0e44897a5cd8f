import { expect } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import { attemptId } from '@/tests/kit/shop-client'

test('an order stands still when it is opened, and its seal moves when news arrives', async ({
  page,
  shop,
  sandbox,
}) => {
  const orderId = await shop.openOrder()
  await page.addInitScript(() => {
    const moved: string[] = []
    Object.assign(window, { moved })
    const onRun = ({ propertyName }: TransitionEvent) => moved.push(propertyName)
    window.addEventListener('transitionrun', onRun, true)
  })
  const moved = () => page.evaluate(() => (window as unknown as { moved: string[] }).moved)
  await page.goto(`/orders/${orderId}`)
  // What it is announced by comes a second after the page.
  await expect(shop.statusLine).toHaveAttribute('aria-live', 'polite')
  expect(await moved()).toEqual([])
  await sandbox.pay(attemptId(orderId))
  await shop.sees('Paid')
  await expect.poll(moved).toContain('opacity')
})
