import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureBrowser } from '@/scripts/browser'
import { type FragileDatabase, openFragileDatabase } from './support/fragile-database'
import { place } from './support/journeys'
import type { ShopProcess } from './support/shop-process'
import { openStage, type Stage } from './support/stage'

let database: FragileDatabase
let stage: Stage
let shop: ShopProcess
let browser: Browser
beforeAll(async () => {
  database = await openFragileDatabase()
  stage = await openStage(database, 1)
  shop = await stage.startShop()
  stage.front.setTarget(() => shop.url)
  browser = await chromium.launch({ executablePath: ensureBrowser() })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await stage?.close()
  await database?.close()
})

const SAFE = 'Your cart and your orders are safe.'

/** A shopper's own browser, without JavaScript where it says so, at one of the shop's pages. */
async function open(path: string, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const page = await browser.newPage(options)
  await page.goto(`${stage.front.url}${path}`)
  return page
}

test('whoever opens a page while the database is away reads so, and gets on by itself when it is back', async () => {
  const { orderId } = await place(stage, shop.url, 1)
  const order = `/orders/${orderId}`
  const paths = [order, `/checkout/${orderId}?show=qr`, `${order}/finish?result=success`]
  const pages: Page[] = []
  await database.crash(async () => {
    for (const path of paths) pages.push(await open(path))
    for (const page of pages) await page.getByText(SAFE).waitFor()
  })
  for (const page of pages) {
    const shown = page.getByText('Waiting for payment').or(page.getByAltText(/^QR code/))
    await shown.first().waitFor()
    expect(new URL(page.url()).pathname).toContain(orderId)
  }
})

test('without JavaScript every page says so as well, and looks again by itself', async () => {
  const { orderId } = await place(stage, shop.url, 2)
  const paths = ['/', '/cart', '/checkout', '/orders', '/products/kopi-gayo', `/orders/${orderId}`]
  const pages: Page[] = []
  await database.crash(async () => {
    for (const path of paths) {
      const page = await open(path, { javaScriptEnabled: false })
      await page.getByText(SAFE).waitFor()
      expect((await fetch(`${shop.url}${path}`)).status, path).toBe(503)
      pages.push(page)
    }
  })
  for (const page of pages) await page.getByText(SAFE).waitFor({ state: 'detached' })
})

/** A shopper's filled-in checkout, of which a press of Pay makes an order. */
async function openForm(options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const page = await open('/products/kopi-gayo', options)
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await page.getByText('It is in your cart.').waitFor()
  await page.goto(`${stage.front.url}/checkout`)
  await page.getByLabel('Name', { exact: true }).fill('Sari')
  await page.getByLabel('Email', { exact: true }).fill('sari@example.com')
  await page.getByLabel('Phone', { exact: true }).fill('081234567890')
  return page
}

const pay = (page: Page) => page.getByRole('button', { name: 'Pay', exact: true }).click()

async function countOrders(): Promise<number> {
  const [row] = await stage.sql<{ count: number }>('SELECT count(*)::int AS count FROM orders')
  return row?.count ?? 0
}

test('a checkout sent without JavaScript meanwhile is told so, and loaded again makes one order', async () => {
  const page = await openForm({ javaScriptEnabled: false })
  const before = await countOrders()
  await database.crash(async () => {
    await pay(page)
    await page.getByText(SAFE).waitFor()
  })
  await page.reload()
  await page.getByAltText(/^QR code/).waitFor()
  expect(await countOrders()).toBe(before + 1)
})

test('a checkout sent with JavaScript meanwhile keeps what was typed, and a second press makes one order', async () => {
  const page = await openForm()
  const before = await countOrders()
  await database.crash(async () => {
    await pay(page)
    await page.getByText('The shop cannot take your order at this moment.').waitFor()
    expect(await page.getByLabel('Phone', { exact: true }).inputValue()).toBe('081234567890')
  })
  await pay(page)
  await page.getByAltText(/^QR code/).waitFor()
  expect(await countOrders()).toBe(before + 1)
})

test.each([true, false])(
  'Cancel pressed meanwhile, with JavaScript: %s, leads to words, and from there back to the order',
  async (javaScriptEnabled) => {
    const page = await openForm({ javaScriptEnabled })
    await pay(page)
    await page.getByAltText(/^QR code/).waitFor()
    await database.crash(async () => {
      await page.getByRole('button', { name: 'Cancel order' }).click()
      await page.getByText(SAFE).or(page.getByText('That did not work')).first().waitFor()
    })
    await page.reload()
    await page
      .getByText(/^(Cancelled|Waiting for payment)/)
      .first()
      .waitFor()
  },
)
