import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, devices } from 'playwright'
import { type DemoProcess, startDemo } from '@/tests/kit/demo-process'
import { createSandboxClient } from '@/tests/kit/sandbox-client'
import { type CheckoutOptions, createCustomer, createShopClient } from '@/tests/kit/shop-client'
import { createWalletPhone } from '@/tests/kit/wallet-phone'
import { ensureBrowser } from './browser'
import { ROOT } from './root'

const FOLDER = join(ROOT, 'docs', 'images')

const desktop = { viewport: { width: 1280, height: 800 } }
const phone = { ...devices['Pixel 7'], viewport: { width: 412, height: 892 }, deviceScaleFactor: 1 }

type Picture = { file: string; device: BrowserContextOptions; order: CheckoutOptions }

/** Orders as a shopper would and takes a picture of the page that asks for the payment. */
async function takePicture(browser: Browser, demo: DemoProcess, picture: Picture): Promise<void> {
  const context = await browser.newContext({ ...picture.device, baseURL: demo.shopUrl })
  const page = await context.newPage()
  const shop = createShopClient(page, demo.shopUrl, createCustomer())
  await shop.placeOrder(picture.order)
  // Read as a wallet would read it: no picture of a code that cannot be paid.
  await createWalletPhone(createSandboxClient(demo.sandboxUrl, '')).readCode(page)
  await page.evaluate(() => window.scrollTo(0, 0))
  await page.screenshot({ path: join(FOLDER, picture.file), animations: 'disabled' })
  await context.close()
  console.log(`docs/images/${picture.file}`)
}

mkdirSync(FOLDER, { recursive: true })
const demo = await startDemo({ onLine: console.log })
const browser = await chromium.launch({ executablePath: ensureBrowser() })
try {
  const order = { cart: { 1: 2, 13: 1 } }
  await takePicture(browser, demo, { file: 'payment-desktop.png', device: desktop, order })
  await takePicture(browser, demo, {
    file: 'payment-phone.png',
    device: phone,
    order: { ...order, method: 'QRIS' },
  })
} finally {
  await browser.close()
  await demo.stop()
}
