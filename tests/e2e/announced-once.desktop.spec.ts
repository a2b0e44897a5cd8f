import { expect, type Page } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import { attemptId } from '@/tests/kit/shop-client'

/** Keeps what a screen reader is told from now on: by Next about titles, and by the order's own region. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const told: string[] = []
    Object.assign(window, { told })
    const tell = (region: Element) => {
      const isLive = region.getAttribute('aria-live') !== 'off'
      if (isLive) told.push(`status: ${region.querySelector('h1')?.textContent}`)
    }
    const title = document.querySelector('next-route-announcer')?.shadowRoot
    if (!title) throw new Error('Next announces nothing here.')
    new MutationObserver(() => told.push(`title: ${title.textContent}`)).observe(title, {
      childList: true,
      characterData: true,
      subtree: true,
    })
    new MutationObserver((changes) => {
      const regions = changes.flatMap(({ target, addedNodes }) => {
        const near = target instanceof Element ? target : target.parentElement
        const added = [...addedNodes].filter((node) => node instanceof Element)
        const inside = added.flatMap((node) => [...node.querySelectorAll('[role=status]')])
        return [near?.closest('[role=status]'), ...inside]
      })
      for (const region of new Set(regions)) if (region) tell(region)
    }).observe(document.body, { childList: true, characterData: true, subtree: true })
  })
  return () => page.evaluate(() => (window as unknown as { told: string[] }).told)
}

test('each news of an order is announced once, and a further refund without a reload', async ({
  page,
  shop,
  sandbox,
}) => {
  const orderId = await shop.openOrder()
  await shop.sees('Waiting for payment')
  const told = await listen(page)
  await sandbox.pay(attemptId(orderId))
  await shop.sees('Paid')
  // Next says the title, or the heading while the title is on its way.
  await expect.poll(told).toEqual([expect.stringMatching(/^title: Paid/)])
  await sandbox.refund(attemptId(orderId), 10_000)
  await shop.sees('Partially refunded')
  const before = [expect.anything(), expect.stringMatching(/^title: Partially refunded/)]
  await expect.poll(told).toEqual(before)
  await expect(shop.statusLine).toHaveAttribute('aria-live', 'polite')
  await sandbox.refund(attemptId(orderId), 5_000)
  await expect(shop.statusLine).toContainText('Rp 15.000 of your Rp 44.000')
  expect(await told()).toEqual([...before, 'status: Partially refunded'])
})
