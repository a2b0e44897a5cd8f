import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from 'playwright/test'
import { attachOrders } from './attach-orders'
import { type Clock, createClock } from './clock'
import { createFaults, type Faults } from './faults'
import { createSandboxClient, type SandboxClient } from './sandbox-client'
import { createCustomer, createShopClient, type ShopClient } from './shop-client'
import { createWalletPhone, type WalletPhone } from './wallet-phone'
import { type BrowserWatch, watchBrowsers } from './watch-browser'
import { type Words, wordsOf } from './words'

/** Another browser, of a stranger or of the same person's other machine: no cookies in common. */
export type OtherBrowser = { page: Page; shop: ShopClient }

type Fixtures = {
  /** What the shop says in the language of `page`. */
  words: Words
  /** The shopper in `page`. */
  shop: ShopClient
  /** The local Midtrans. */
  sandbox: SandboxClient
  /** The wallet phone in the shopper's hand. */
  phone: WalletPhone
  /** What goes wrong between shop and Midtrans for this shopper. */
  faults: Faults
  /** Midtrans's clock for one order. */
  clock: Clock
  openBrowser(options?: BrowserContextOptions): Promise<OtherBrowser>
  /** Fails a test in whose pages something went wrong that the test did not look at. */
  watch: BrowserWatch
}

function running(name: 'TOKOKU_SHOP_URL' | 'TOKOKU_SANDBOX_URL' | 'TOKOKU_SERVER_KEY'): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is missing: the global setup starts the demo and sets it.`)
  return value
}

export const test = base.extend<Fixtures>({
  // Playwright reads from its pattern what a fixture needs, so none can be left out.
  baseURL: async ({ locale: _ }, use) => use(running('TOKOKU_SHOP_URL')),

  sandbox: async ({ baseURL: _ }, use) =>
    use(createSandboxClient(running('TOKOKU_SANDBOX_URL'), running('TOKOKU_SERVER_KEY'))),

  phone: async ({ sandbox, page }, use) => use(createWalletPhone(sandbox, page)),

  faults: async ({ sandbox, shop }, use) =>
    use(createFaults(shop.customer.email, sandbox.setFaults)),

  clock: async ({ sandbox }, use) => use(createClock(sandbox.advance)),

  words: async ({ locale }, use) => use(wordsOf(locale)),

  shop: async ({ page, words }, use) =>
    use(createShopClient(page, running('TOKOKU_SHOP_URL'), createCustomer(), words)),

  watch: [
    async ({ context, baseURL, sandbox }, use, testInfo) => {
      const watch = watchBrowsers(baseURL ?? '', [sandbox.url])
      await watch.follow(context)
      await use(watch)
      if (testInfo.status !== testInfo.expectedStatus) {
        await attachOrders(testInfo, baseURL ?? '', sandbox, watch.orderIds)
      }
      expect(await watch.problems()).toEqual([])
    },
    { auto: true },
  ],

  openBrowser: async ({ browser, watch }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (options) => {
      const context = await browser.newContext(options)
      contexts.push(context)
      await watch.follow(context)
      const page = await context.newPage()
      return { page, shop: createShopClient(page, running('TOKOKU_SHOP_URL'), createCustomer()) }
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
})
