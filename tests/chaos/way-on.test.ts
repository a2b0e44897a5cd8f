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
  browser = await chromium.launch({ executablePath: ensureBrowser() })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await stage?.close()
  await database?.close()
})

async function open(path: string): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(`${shop.url}${path}`)
  return page
}

test('whoever opens a page while the database is away reads so, and gets on with one press when it is back', async () => {
  const { orderId } = await place(stage, shop.url, 1)
  const order = `/orders/${orderId}`
  const paths = [order, `/checkout/${orderId}?show=qr`, `${order}/finish?result=success`]
  const pages: Page[] = []
  await database.crash(async () => {
    for (const path of paths) pages.push(await open(path))
    for (const page of pages) {
      await page.getByText('Your cart and your orders are safe.').waitFor()
    }
  })
  for (const page of pages) {
    await page.getByRole('button', { name: 'Try again' }).click()
    const shown = page.getByText('Waiting for payment').or(page.getByAltText(/^QR code/))
    await shown.first().waitFor()
    expect(new URL(page.url()).pathname).toContain(orderId)
  }
})
