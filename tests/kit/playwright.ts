import { type BrowserContextOptions, test as base, expect, type Page } from 'playwright/test'
import { attachOrders } from './attach-orders'
import { createSandboxClient, type SandboxClient } from './sandbox-client'
import { createCustomer, createShopClient, type ShopClient } from './shop-client'
import { createWalletPhone, type WalletPhone } from './wallet-phone'
import { type BrowserWatch, watchBrowser } from './watch-browser'

/** Another browser, of a stranger or of the same person's other machine: no cookies in common. */
export type OtherBrowser = { page: Page; shop: ShopClient }

type Fixtures = {
  /** The shopper in `page`. */
  shop: ShopClient
  /** The local Midtrans. */
  sandbox: SandboxClient
  /** The wallet phone in the shopper's hand. */
  phone: WalletPhone
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

  phone: async ({ sandbox }, use) => use(createWalletPhone(sandbox)),

  shop: async ({ page }, use) =>
    use(createShopClient(page, running('TOKOKU_SHOP_URL'), createCustomer())),

  watch: [
    async ({ context, sandbox }, use, testInfo) => {
      const watch = watchBrowser(context, [running('TOKOKU_SHOP_URL'), sandbox.url])
      await use(watch)
      if (testInfo.status !== testInfo.expectedStatus) {
        await attachOrders(testInfo, sandbox, watch.orderIds)
      }
      expect(watch.problems()).toEqual([])
    },
    { auto: true },
  ],

  openBrowser: async ({ browser, sandbox }, use) => {
    const opened: { close(): Promise<void>; watch: BrowserWatch }[] = []
    await use(async (options) => {
      const url = running('TOKOKU_SHOP_URL')
      const context = await browser.newContext(options)
      opened.push({
        close: () => context.close(),
        watch: watchBrowser(context, [url, sandbox.url]),
      })
      const page = await context.newPage()
      return { page, shop: createShopClient(page, url, createCustomer()) }
    })
    for (const { close, watch } of opened) {
      expect(watch.problems()).toEqual([])
      await close()
    }
  },
})
