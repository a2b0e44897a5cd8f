import { attemptId, createCustomer, createShopClient } from '@/tests/kit/shop-client'
import { askGateway, notifyShop } from './gateway'
import type { Stage } from './stage'

/** In milliseconds, one of each order. */
export type Moments = {
  /** From pressing `Pay` to a code on the screen. */
  codes: number[]
  /** Of that, what Midtrans takes when it is asked by itself: the charge, and the picture. */
  gateway: number[]
  /** From sending the notification to the page that says Paid. */
  arrivals: number[]
}

const WARM_UP = 10

type Marks = { pressed?: number; code?: number; paid?: number }

/** Notes when something is on the screen. Runs in the page, before everything else. */
function observe(): void {
  const marks: Marks = {}
  Object.assign(window, { marks })
  const note = (mark: keyof Marks) =>
    requestAnimationFrame(() => {
      marks[mark] ??= Date.now()
    })
  document.addEventListener(
    'click',
    () => {
      marks.pressed = Date.now()
    },
    true,
  )
  document.addEventListener(
    'load',
    ({ target }) => {
      if (target instanceof HTMLImageElement && target.alt.startsWith('QR code')) note('code')
    },
    true,
  )
  new MutationObserver(() => {
    if (document.querySelector('[role=status]')?.textContent.startsWith('Paid')) note('paid')
  }).observe(document, { childList: true, subtree: true, characterData: true })
}

/** Places orders one after the other and pays them, while so many other pages follow theirs. */
export async function measureMoments(
  stage: Stage,
  { orders, others }: { orders: number; others: number },
): Promise<Moments> {
  const { shopUrl, sandbox, browser } = stage
  const context = await browser.newContext({ locale: 'en-GB', baseURL: shopUrl })
  await context.addInitScript(observe)
  const page = await context.newPage()
  const shop = createShopClient(page, shopUrl, createCustomer())
  const moments: Moments = { codes: [], gateway: [], arrivals: [] }
  const read = (mark: keyof Marks) =>
    page
      .waitForFunction((name) => (window as unknown as { marks: Marks }).marks[name], mark)
      .then((handle) => handle.jsonValue() as Promise<number>)

  const waiting: string[] = []
  const streams = new AbortController()
  for (let count = 0; count < WARM_UP; count++) waiting.push(await shop.placeOrder())
  for (let count = 0; count < others; count++) {
    const address = `${shopUrl}/orders/${waiting[count % WARM_UP]}/events`
    void follow(address, streams.signal)
  }
  for (let count = 0; count < orders; count++) {
    const streaming = page.waitForResponse(/\/events$/)
    const orderId = await shop.placeOrder()
    moments.codes.push((await read('code')) - (await read('pressed')))
    await streaming
    const [transaction] = await sandbox.transactions(attemptId(orderId))
    if (!transaction) throw new Error(`The sandbox knows no ${orderId}.`)
    moments.gateway.push(await askGateway(sandbox.url))
    const sentAt = Date.now()
    await notifyShop(shopUrl, transaction)
    moments.arrivals.push((await read('paid')) - sentAt)
  }
  streams.abort()
  await context.close()
  return moments
}

/** Reads an event stream as an open page does. */
async function follow(address: string, signal: AbortSignal): Promise<void> {
  try {
    const { body } = await fetch(address, { signal })
    for await (const _ of body ?? []) if (signal.aborted) return
  } catch (error) {
    if (!signal.aborted) throw error
  }
}
