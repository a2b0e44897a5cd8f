import { devices, type Page } from 'playwright'
import { weighPage } from '@/tests/kit/page-weight'
import { createCustomer, createShopClient } from '@/tests/kit/shop-client'
import type { Stage } from './stage'

export type PageFigures = {
  script: number
  html: number
  requests: number
  cls: number
  lcp: number
  inp: number
}

/** What is pressed on a page to see how soon it answers. */
type Press = (page: Page) => Promise<unknown>

const button = (name: string) => (page: Page) =>
  page.getByRole('button', { name, exact: true }).click()

export const EMPTY = 'an empty page'

const pages: [name: string, path: string, press: Press][] = [
  [EMPTY, '/empty', (page) => page.keyboard.press('Tab')],
  ['catalogue', '/', (page) => page.getByRole('searchbox').press('k')],
  ['product', '/products/kopi-gayo', button('Add to cart')],
  [
    'checkout',
    '/checkout',
    (page) => page.getByRole('radio', { name: 'QRIS', exact: true }).check(),
  ],
  ['payment', '/checkout/:order?show=qr', (page) => page.keyboard.press('Tab')],
]

/** A middling phone on a slow mobile network, as Lighthouse has it: slow 4G, and a quarter of the speed. */
async function throttle(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 204_800,
    uploadThroughput: 93_750,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
}

type Entry = PerformanceEntry & { value: number; hadRecentInput: boolean; interactionId: number }

/** Keeps what the browser tells of the page. Runs in it, before everything else. */
function observe(): void {
  const seen = { cls: 0, lcp: 0, inp: 0 }
  Object.assign(window, { seen })
  const follow = (type: string, note: (entry: Entry) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) note(entry as Entry)
    }).observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit)
  follow('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) seen.cls += value
  })
  follow('largest-contentful-paint', ({ startTime }) => {
    seen.lcp = startTime
  })
  follow('event', ({ duration, interactionId }) => {
    // What has no number is no press: a pointer that already lies where the page appears.
    if (interactionId > 0) seen.inp = Math.max(seen.inp, duration)
  })
}

/** Every page on a slow phone, each in a browser that knows nothing of the shop yet. */
export async function measureOnPhone(stage: Stage): Promise<Map<string, PageFigures>> {
  const figures = new Map<string, PageFigures>()
  for (const [name, path, press] of pages) {
    const context = await stage.newContext(devices['Pixel 7'])
    const page = await context.newPage()
    const shop = createShopClient(page, stage.shopUrl, createCustomer())
    const orderId = path.includes(':order') ? await shop.placeOrder({ method: 'QRIS' }) : ''
    await shop.fillCart({ 1: 1, 13: 2 })
    await page.addInitScript(observe)
    await throttle(page)
    const weight = await weighPage(page, path.replace(':order', orderId))
    await press(page)
    // An interaction is told when the frame after it has been painted.
    await page.waitForTimeout(1_000)
    const seen = await page.evaluate(
      () => (window as unknown as { seen: Pick<PageFigures, 'cls' | 'lcp' | 'inp'> }).seen,
    )
    figures.set(name, { ...weight, ...seen })
    await context.close()
  }
  return figures
}
