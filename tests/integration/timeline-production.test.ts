import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureBuild } from '@/scripts/build/ensure-build'
import { readEvents, readOrder } from '../kit/ledger'
import { MULTIPART, writeMultipart } from '../kit/multipart'
import { type MadeOrder, makeOrder } from '../kit/orders'
import { openShop, type TestShop } from '../kit/shop'
import { type ShopProcess, startShopProcess } from '../kit/shop-process'

let shop: TestShop
let open: ShopProcess
let production: ShopProcess
let order: MadeOrder
beforeAll(async () => {
  await ensureBuild({ say: () => {} })
  shop = await openShop()
  const { databaseUrl } = shop
  const variables = { MIDTRANS_ENV: 'production', MIDTRANS_SERVER_KEY: 'Mid-server-of-this-test' }
  open = await startShopProcess({ databaseUrl })
  production = await startShopProcess({ databaseUrl, variables })
  order = await makeOrder(shop, { status: 'settlement' })
}, 240_000)
afterAll(async () => {
  await Promise.all([open.stop(), production.stop()])
  await shop.close()
})

/** The hidden fields of every form of the open timeline: with these a browser without JavaScript acts. */
async function readForms(): Promise<FormData[]> {
  const page = await (await fetch(`${open.url}/orders/${order.orderId}/timeline`)).text()
  return [...page.matchAll(/<form[^>]*>.*?<\/form>/gs)].flatMap(([form]) => {
    if (!form.includes(order.orderId)) return []
    const fields = new FormData()
    for (const [input] of form.matchAll(/<input[^>]*>/g)) {
      const name = /name="([^"]*)"/.exec(input)?.[1]
      if (name) fields.set(name, /value="([^"]*)"/.exec(input)?.[1] ?? '')
    }
    return [fields]
  })
}

function post(shopUrl: string, body: FormData): Promise<Response> {
  const headers = { Origin: shopUrl }
  const url = `${shopUrl}/orders/${order.orderId}/timeline`
  return fetch(url, { method: 'POST', body, headers, redirect: 'manual' })
}

test.each(['timeline', 'timeline.json', 'timeline/status', 'timeline/events'])(
  'in production %s answers 404, although the order is there',
  async (end) => {
    const address = `/orders/${order.orderId}`
    expect((await fetch(`${production.url}${address}`)).status).toBe(200)
    expect((await fetch(`${production.url}${address}/${end}`)).status).toBe(404)
  },
)

test('in production no page links to a timeline', async () => {
  const link = `/orders/${order.orderId}/timeline`
  const read = async ({ url }: ShopProcess) =>
    (await fetch(`${url}/orders/${order.orderId}`)).text()
  expect(await read(open)).toContain(link)
  expect(await read(production)).not.toContain(link)
})

test('in production every action of the page answers 404 and leaves nothing behind', async () => {
  const forms = await readForms()
  expect(forms.length).toBeGreaterThan(1)
  for (const form of forms) {
    expect((await post(production.url, form)).status).toBe(404)
  }
  expect(await readEvents(shop, order.midtransOrderId)).toEqual([])
  expect((await readOrder(shop, order.orderId)).status).toBe('paid')
})

/** What React's script sends instead of the form that a page holds. */
function callByScript(shopUrl: string, form: FormData): Promise<Response> {
  const action = [...form.keys()].find((name) => name.startsWith('$ACTION_ID_')) ?? ''
  const fields = [...form].filter(([name]) => !name.startsWith('$'))
  const body = writeMultipart([
    ...fields.map(([name, value]) => [`_1_${name}`, String(value)] as const),
    ['0', '["$K1"]'],
  ])
  return fetch(`${shopUrl}/orders/${order.orderId}/timeline`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: {
      Origin: shopUrl,
      'Content-Type': MULTIPART,
      'Next-Action': action.slice('$ACTION_ID_'.length),
    },
  })
}

test('a script that calls the actions by their names gets no further there', async () => {
  for (const form of await readForms()) {
    expect((await callByScript(production.url, form)).status).toBe(404)
  }
  expect(await readEvents(shop, order.midtransOrderId)).toEqual([])
  expect((await readOrder(shop, order.orderId)).status).toBe('paid')
  // The same call arrives where the timeline is open.
  const [form = new FormData()] = await readForms()
  const answer = await callByScript(open.url, form)
  expect(answer.headers.get('x-action-redirect')).toContain('did=')
})

test('the same forms act where the timeline is open', async () => {
  for (const form of await readForms()) {
    const answer = await post(open.url, form)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toContain('did=')
  }
})
