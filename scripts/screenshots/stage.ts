import { type Browser, type BrowserContextOptions, devices, type Page } from 'playwright'
import QRCode from 'qrcode'
import type { DemoProcess } from '@/tests/kit/demo-process'
import { createSandboxClient, type SandboxClient } from '@/tests/kit/sandbox-client'
import { createCustomer, createShopClient, type ShopClient } from '@/tests/kit/shop-client'

/** On what, by which light and in which language a page is looked at. */
export type Look = {
  device: 'desktop' | 'phone'
  scheme: 'light' | 'dark'
  locale: 'en' | 'id'
}

/** A browser of one look, and what it needs to bring pages about. */
export type Stage = {
  look: Look
  page: Page
  shop: ShopClient
  sandbox: SandboxClient
  /** Where the demo keeps its things. */
  dataDir: string
  serverKey: string
  /** Opens a page of the shop in the language of the look, and waits until it is all there. */
  show(path: string): Promise<void>
  /** The picture of what the page shows now, as PNG. */
  takePicture(): Promise<Buffer>
  close(): Promise<void>
}

const screens: Record<Look['device'], BrowserContextOptions> = {
  desktop: { viewport: { width: 1280, height: 960 } },
  phone: { ...devices['Pixel 7'], viewport: { width: 390, height: 960 }, deviceScaleFactor: 1 },
}

/** What differs from run to run, and what stands in its place so that pictures can be compared. */
const FROZEN: [string, string][] = [
  ['TKO-[0-9A-Z]{26}', 'TKO-0123456789ABCDEFGHJKMNPQRS'],
  ['\\d{1,2} [A-Z][a-z]{2} 20\\d\\d, \\d\\d[:.]\\d\\d', '22 Nov 2026, 15:42'],
  ['^(?!00:00)\\d\\d:\\d\\d$', '14:52'],
  // The timeline's.
  ['^\\+\\d+\\.\\d{3} s$', '+0.123 s'],
  ['\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}', '2026-11-22 15:42:00.000'],
  ['\\b\\d+ ms\\b', '42 ms'],
  // An instance: neither an address nor the time that is left.
  ['(?<![/\\w.-])[\\w.-]*[A-Za-z][\\w.-]*:\\d+$', 'shop:1'],
  ['\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?!\\.)', '2026-11-22 15:42:00'],
  ['[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', '01234567-89ab-cdef-0123-456789abcdef'],
  ['localhost:\\d+', 'localhost:3000'],
]

/** A code that pays nothing: pictures are looked at long after their orders are over. */
const CODE = QRCode.toBuffer('Tokoku: a picture of a code that pays nothing', { width: 400 })

export async function openStage(
  browser: Browser,
  demo: DemoProcess,
  serverKey: string,
  look: Look,
): Promise<Stage> {
  const context = await browser.newContext({
    ...screens[look.device],
    baseURL: demo.shopUrl,
    colorScheme: look.scheme,
    locale: 'en-GB',
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce',
  })
  const code = { contentType: 'image/png', body: await CODE }
  await context.route(/qr-code|\/qr\.png|\/address\.svg/, (route) => route.fulfill(code))
  // A visit for which the font comes late goes without it; a picture waits.
  await context.route(/\.css/, async (route) => {
    const answer = await route.fetch()
    const body = (await answer.text()).replaceAll('font-display:optional', 'font-display:swap')
    await route.fulfill({ response: answer, body })
  })
  const page = await context.newPage()
  const speak = (value: string) =>
    context.addCookies([{ name: 'tokoku-locale', value, url: demo.shopUrl }])
  return {
    look,
    page,
    shop: createShopClient(page, demo.shopUrl, createCustomer()),
    sandbox: createSandboxClient(demo.sandboxUrl, serverKey),
    dataDir: demo.dataDir,
    serverKey,
    async show(path) {
      await speak(look.locale)
      await page.goto(path)
      // Whatever is done next to bring a page about is done by its English words.
      await speak('en')
    },
    async takePicture() {
      await page.evaluate(() => document.fonts.ready)
      // What is fetched later leaves a mark where it will stand (React, Suspense).
      await page.waitForFunction(() => {
        const marks = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT)
        while (marks.nextNode())
          if (/^\$[?~]$/.test(marks.currentNode.nodeValue ?? '')) return false
        return true
      })
      await page.waitForFunction(() =>
        [...document.images].every((image) => {
          // The whole page is in the picture, also what nobody has come to yet.
          image.loading = 'eager'
          return image.complete
        }),
      )
      // What React has not taken over yet it would write anew. A page that stands for another has no scripts.
      await page.waitForFunction(
        () =>
          document.scripts.length === 0 ||
          [...document.querySelectorAll('main :is(h1, p, a, time)')].every((element) =>
            Object.keys(element).some((key) => key.startsWith('__reactFiber')),
          ),
      )
      await page.evaluate((frozen) => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        while (walker.nextNode()) {
          const text = walker.currentNode
          for (const [pattern, standIn] of frozen) {
            text.nodeValue = (text.nodeValue ?? '').replace(new RegExp(pattern, 'g'), standIn)
          }
        }
      }, FROZEN)
      // Otherwise the header that stays in sight stands in the middle of the picture.
      await page.evaluate(() => window.scrollTo(0, 0))
      return page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' })
    },
    close: () => context.close(),
  }
}
