import { expect, type Locator, type Page } from 'playwright/test'
import { waitFor } from './wait-for'
import { type Words, wordsOf } from './words'

/** The JSON of `/orders/{orderId}/status`. */
export type OrderStatusJson = {
  orderId: string
  status: string
  paymentType: string
  grossAmount: number
  currency: string
  expiresAt: string | null
  paidAt: string | null
}

export type Customer = { name: string; email: string; phone: string }

/** Quantities by product id. Product 1 is the one with plenty of stock. */
export type Cart = Record<number, number>

/** One shopper in one tab. */
export type ShopClient = {
  url: string
  customer: Customer
  /** The shop's word on the order: the first `role="status"` of the page. */
  statusLine: Locator
  /** Waits until that begins with `word`, and until the code to pay is there as well, where there is one. */
  sees(word: string): Promise<void>
  /** Puts things into the cart without walking the shelves. */
  fillCart(cart: Cart): Promise<void>
  /** Opens the checkout with the cart as it is and fills in the form. */
  openCheckout(method?: Method): Promise<void>
  /** The same with this cart. */
  fillCheckout(options?: CheckoutOptions): Promise<void>
  /** The same; presses Pay and waits until there is an order. Returns its id. */
  placeOrder(options?: CheckoutOptions): Promise<string>
  /**
   * The same past the form, for a test that begins with an order: sends what the form would, as a browser
   * without scripts does, and opens the page that it leads to.
   */
  openOrder(options?: CheckoutOptions): Promise<string>
  /** The order that the page's address names. */
  orderId(): string
  status(orderId: string): Promise<OrderStatusJson>
}

export type Method = 'GoPay' | 'QRIS'
export type CheckoutOptions = { method?: Method; cart?: Cart }

const ORDER_ID = /TKO-[0-9A-HJKMNP-TV-Z]{26}/

/** The `order_id` at Midtrans of one attempt to pay an order. */
export function attemptId(orderId: string, attempt = 1): string {
  return `${orderId}-${attempt}`
}

/** Every order id in a text. */
export function findOrderIds(text: string): string[] {
  return text.match(new RegExp(ORDER_ID, 'g')) ?? []
}

/** A shopper that no other test knows: the e-mail address finds their transactions and faults. */
export function createCustomer(): Customer {
  const id = crypto.randomUUID().slice(0, 13)
  return { name: 'Sari Wulandari', email: `sari.${id}@example.com`, phone: '0812 3456 7890' }
}

/**
 * A code that is asked for after its order was paid is not there any more: a test that pays at once would
 * race the picture. Where there is none, or none comes, there is nothing to wait for.
 */
async function untilCodeIsDrawn(page: Page): Promise<void> {
  const isDrawn = () =>
    [...document.images].every(({ src, complete }) => complete || !/qr-code|qr\.png/.test(src))
  await page.waitForFunction(isDrawn, undefined, { timeout: 5_000 }).catch(() => {})
}

/** `words` are those of the language in which this shopper sees the shop. */
export function createShopClient(
  page: Page,
  url: string,
  customer: Customer,
  words: Words = wordsOf(),
): ShopClient {
  const { form } = words.checkout
  const statusLine = page.getByRole('status').first()

  async function fillCart(cart: Cart): Promise<void> {
    const lines = Object.entries(cart).map(([productId, quantity]) => `${productId}x${quantity}`)
    // What adding the first thing to a cart leaves in the browser: the lines, and the key under which
    // they become one order.
    const cookies = { 'tokoku-cart': lines.join('.'), 'tokoku-checkout': crypto.randomUUID() }
    await page
      .context()
      .addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url })))
  }

  async function openCheckout(method: Method = 'GoPay'): Promise<void> {
    await page.goto('/checkout')
    await page.getByLabel(form.name, { exact: true }).fill(customer.name)
    await page.getByLabel(form.email, { exact: true }).fill(customer.email)
    await page.getByLabel(form.phone, { exact: true }).fill(customer.phone)
    await page.getByRole('radio', { name: method, exact: true }).check()
  }

  async function fillCheckout({ method, cart = { 1: 1 } }: CheckoutOptions = {}): Promise<void> {
    await fillCart(cart)
    await openCheckout(method)
  }

  /** Everything that the form of the checkout would send if nothing were typed into it. */
  async function readForm(): Promise<Record<string, string>> {
    const html = await (await page.request.get(`${url}/checkout`)).text()
    return page.evaluate((text) => {
      const made = new DOMParser().parseFromString(text, 'text/html')
      const inputs = [...made.querySelectorAll<HTMLInputElement>('main form input[type=hidden]')]
      return Object.fromEntries(inputs.map(({ name, value }) => [name, value]))
    }, html)
  }

  function orderId(): string {
    const [found] = findOrderIds(page.url())
    if (!found) throw new Error(`There is no order id in ${page.url()}`)
    return found
  }

  return {
    url,
    customer,
    statusLine,
    async sees(word) {
      await expect(statusLine).toHaveText(new RegExp(`^${word}`))
      await untilCodeIsDrawn(page)
    },
    fillCart,
    openCheckout,
    fillCheckout,
    async placeOrder(options) {
      await fillCheckout(options)
      // A phone goes on to the wallet, whose address does not name the order; what came before it does.
      const seen: string[] = []
      const note = (request: { url(): string }) => seen.push(...findOrderIds(request.url()))
      page.on('request', note)
      await page.getByRole('button', { name: form.pay, exact: true }).click()
      await page.waitForURL((address) => address.pathname !== '/checkout')
      const placed = await waitFor('the order', () => seen[0])
      page.off('request', note)
      await untilCodeIsDrawn(page)
      return placed
    },
    async openOrder({ method = 'GoPay', cart = { 1: 1 } } = {}) {
      await fillCart(cart)
      const answer = await page.request.post(`${url}/checkout`, {
        multipart: { ...(await readForm()), ...customer, method: method.toLowerCase() },
        headers: { Origin: url },
        maxRedirects: 0,
      })
      const address = answer.headers().location ?? ''
      const [placed] = findOrderIds(address)
      if (!placed) throw new Error(`No order was placed: ${answer.status()} ${address}`)
      await page.goto(address)
      await untilCodeIsDrawn(page)
      return placed
    },
    orderId,
    async status(id) {
      const response = await page.request.get(`${url}/orders/${id}/status`)
      expect(response.status()).toBe(200)
      return response.json()
    },
  }
}
