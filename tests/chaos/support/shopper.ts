import { randomUUID } from 'node:crypto'

export type Page = { status: number; location: string | undefined; text: string }

/** Longer than any answer of the shop may take. */
const PATIENCE_MS = 30_000

type Method = 'gopay' | 'qris'
type Form = Map<string, string>

/** A shopper whose browser runs no JavaScript: pages, forms and cookies, at any process of the shop. */
export type Shopper = {
  email: string
  /** The key under which this cart becomes an order. */
  placementKey: string
  /** As its browser sends them. */
  cookie(): string
  get(shopUrl: string, path: string): Promise<Page>
  /** Reads the checkout form of a cart, as the page has it, and fills it in. */
  openCheckout(shopUrl: string, method?: Method): Promise<Form>
  /** Reads the form of an order's page that has this button. */
  openForm(shopUrl: string, path: string, button: 'Cancel order' | 'Pay again'): Promise<Form>
  /** Sends a form. What comes back is not followed. */
  send(shopUrl: string, path: string, form: Form): Promise<Page>
}

/** `appUrl` is the shop's public address, the Origin of all its forms. */
export function createShopper(options: {
  appUrl: string
  email?: string
  /** Quantities by product id. */
  cart: Record<number, number>
}): Shopper {
  const email = options.email ?? `sari.${randomUUID()}@example.com`
  const placementKey = randomUUID()
  const lines = Object.entries(options.cart).map(([id, quantity]) => `${id}x${quantity}`)
  // What adding the first thing to a cart leaves in a browser, and the secret every browser is given.
  const cookies = new Map([
    ['tokoku-cart', lines.join('.')],
    ['tokoku-checkout', placementKey],
    ['tokoku-browser', randomUUID()],
  ])
  const cookie = () => [...cookies].map((pair) => pair.join('=')).join('; ')

  async function ask(url: string, init: RequestInit): Promise<Page> {
    const response = await fetch(url, {
      ...init,
      signal: AbortSignal.timeout(PATIENCE_MS),
      redirect: 'manual',
      headers: { ...init.headers, Cookie: cookie() },
    })
    const location = response.headers.get('location') ?? undefined
    return { status: response.status, location, text: await response.text() }
  }

  async function openPage(shopUrl: string, path: string): Promise<string> {
    const page = await ask(`${shopUrl}${path}`, {})
    if (page.status !== 200) throw new Error(`${path} answered ${page.status}`)
    return page.text
  }

  return {
    email,
    placementKey,
    cookie,
    get: (shopUrl, path) => ask(`${shopUrl}${path}`, {}),
    async openCheckout(shopUrl, method = 'gopay') {
      const form = findForm(await openPage(shopUrl, '/checkout'), 'Pay')
      form.set('name', 'Sari Wulandari').set('email', email)
      return form.set('phone', '0812 3456 7890').set('method', method)
    },
    openForm: async (shopUrl, path, button) => findForm(await openPage(shopUrl, path), button),
    send(shopUrl, path, form) {
      const body = new FormData()
      for (const [name, value] of form) body.set(name, value)
      return ask(`${shopUrl}${path}`, { method: 'POST', body, headers: { Origin: options.appUrl } })
    },
  }
}

/** The hidden fields of the form that has this button; React puts the name of its action there. */
function findForm(html: string, button: string): Form {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? []
  const wanted = forms.find((form) => new RegExp(`>${button}</button>`).test(form))
  if (!wanted) throw new Error(`There is no form with a button "${button}".`)
  const form: Form = new Map()
  for (const input of wanted.match(/<input\b[^>]*>/g) ?? []) {
    if (!/type="hidden"/.test(input)) continue
    const name = /\bname="([^"]*)"/.exec(input)?.[1]
    if (name) form.set(unescapeHtml(name), unescapeHtml(/\bvalue="([^"]*)"/.exec(input)?.[1] ?? ''))
  }
  return form
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
