import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeOrder } from '../kit/orders'
import { openTarget, type Target } from './stage'

const logged: string[] = []
let target: Target
beforeAll(async () => {
  target = await openTarget({ LOG_LEVEL: 'debug' }, (line) => logged.push(line))
  // Next itself says in words that it has started.
  logged.length = 0
}, 240_000)
afterAll(() => target.close())

const INJECTIONS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</script><svg onload=alert(1)>',
  "'; DROP TABLE orders; --",
  "{{constructor.constructor('alert(1)')()}}",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what somebody might type.
  '${7*7} %s %n',
  'Sari\r\nSet-Cookie: a=b\r\n\r\n{"level":"error","event":"forged"}',
  '\u202eira\u0000S',
  '{"$ne":null}',
  'javascript:alert(1)',
]
const TYPED = ['name', 'email', 'phone', 'method', 'placementKey', 'shownCart'] as const
const MARKUP = /<script>alert|<img src=x|<svg onload|href="javascript:/

/** Whatever was typed is text: in no page markup, in no header a header, in no log a line of its own. */
async function expectHarmless(pages: { status: number; text: string }[]): Promise<void> {
  for (const { status, text } of pages) {
    expect(status).toBeLessThan(500)
    expect(text).not.toMatch(MARKUP)
  }
  for (const line of logged) expect(JSON.parse(line)).not.toMatchObject({ event: 'forged' })
  expect(await target.shop.sql('SELECT 1 FROM orders LIMIT 1')).toBeDefined()
}

describe.each(INJECTIONS)('%j', (text) => {
  test.each(TYPED)('as the %s of a checkout is text or refused', async (field) => {
    const shopper = target.shopper()
    const form = (await shopper.openCheckout(target.server.url)).set(field, text)
    const answer = await shopper.send(target.server.url, '/checkout', form)
    const pages = [answer]
    const id = /TKO-[0-9A-Z]{26}/.exec(answer.location ?? '')?.[0]
    const paths = id ? [`/orders/${id}`, `/orders/${id}/timeline`, '/orders'] : ['/checkout']
    for (const path of paths) pages.push(await shopper.get(target.server.url, path))
    await expectHarmless(pages)
  })

  test('as the reason of a refund is text or refused', async () => {
    const { orderId } = await makeOrder(target.shop, { status: 'settlement' })
    const path = `/orders/${orderId}/timeline`
    const shopper = target.shopper()
    const page = await shopper.get(target.server.url, path)
    const forms = page.text.match(/<form\b[\s\S]*?<\/form>/g) ?? []
    const refund = forms.find((each) => each.includes('name="refundKey"')) ?? ''
    const form = new Map<string, string>()
    for (const [input] of refund.matchAll(/<input[^>]*>/g)) {
      const [name = '', value = ''] = ['name', 'value'].map(
        (attribute) => new RegExp(`\\b${attribute}="([^"]*)"`).exec(input)?.[1],
      )
      form.set(name, value)
    }
    const answer = await shopper.send(target.server.url, path, form.set('reason', text))
    expect(answer).toMatchObject({ status: 303, location: expect.stringContaining('did=') })
    await expectHarmless([answer, await shopper.get(target.server.url, path)])
  })

  test('in an address is text or refused', async () => {
    const said = encodeURIComponent(text)
    const paths = [
      ...[`/?q=${said}`, `/?category=${said}`, `/?sort=${said}`, `/products/${said}`],
      ...[`/orders/${said}`, `/orders/${said}/status`, `/checkout/${said}`, `/${said}`],
      ...[`/checkout?problem=${said}`, `/orders?result=${said}`, `/images/share/${said}`],
    ]
    const shopper = target.shopper()
    const pages = await Promise.all(paths.map((path) => shopper.get(target.server.url, path)))
    await expectHarmless(pages)
  })
})

test('a product with markup for a name is sold under that very name, as text', async () => {
  const name = '<img src=x onerror=alert(1)>'
  const [slug] = (
    await target.shop.sql<{ slug: string }>(
      'UPDATE product SET name = $1 WHERE id = 2 RETURNING slug',
      [name],
    )
  ).map((row) => row.slug)
  const shopper = target.shopper({ 2: 1 })
  const orderId = await target.place(shopper)
  const paths = ['/', `/?q=${encodeURIComponent('<img')}`, `/products/${slug}`, '/orders']
  for (const end of ['', '/timeline']) paths.push(`/orders/${orderId}${end}`)
  paths.push(`/checkout/${orderId}?show=qr`)
  const pages = await Promise.all(paths.map((path) => shopper.get(target.server.url, path)))
  await expectHarmless(pages)
  expect(pages.map(({ text }) => text).join()).toContain('&lt;img src=x onerror=alert(1)&gt;')
})

test('the log says all of this in one JSON object a line, with nothing that was typed', () => {
  expect(logged.length).toBeGreaterThan(5)
  for (const line of logged) {
    expect(JSON.parse(line)).toMatchObject({ at: expect.any(String), event: expect.any(String) })
    expect(line).not.toMatch(/alert\(1\)|DROP TABLE|Set-Cookie/)
  }
})
