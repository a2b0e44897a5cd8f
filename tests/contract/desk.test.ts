import { describe, expect, it } from 'vitest'
import { newOrderId } from './support/client'
import { chargeNew, sendForm, statusOf } from './support/pages'
import { eventually, offerReceivers, runSandbox } from './support/setup'

const sandbox = runSandbox()
const offerReceiver = offerReceivers()

const press = (fields: Record<string, string>) => sendForm(sandbox.client, '/_sandbox/desk', fields)

describe('the page /_sandbox', () => {
  it('shows what a charge says as text, never as markup', async () => {
    const orderId = newOrderId()
    const customer_details = { first_name: '<img src=x onerror=alert(1)>' }
    await sandbox.client.charge(orderId, { customer_details })
    const { text } = await sandbox.client.get('/_sandbox')
    expect(text).toContain(orderId)
    expect(text).not.toContain('<img src=x')
  })

  it('loads nothing from elsewhere', async () => {
    const response = await fetch(`${sandbox.client.base}/_sandbox`)
    const policy = response.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe-inline')
    expect(response.headers.get('permissions-policy')).toContain('camera=(self)')
    expect(await response.text()).not.toMatch(/(src|href)="(https?:)?\/\//)
  })

  it('has every file that it asks for', async () => {
    const { text } = await sandbox.client.get('/_sandbox')
    const files = [...text.matchAll(/(?:src|href)="(\/_sandbox\/assets\/[^"]+)"/g)]
    expect(files.length).toBeGreaterThan(2)
    for (const file of [...files.map((match) => match[1]), '/_sandbox/assets/jsqr.js']) {
      expect([file, (await sandbox.client.get(file ?? '')).http]).toEqual([file, 200])
    }
    expect((await sandbox.client.get('/_sandbox/assets/..%2fdesk.tsx')).http).toBe(404)
  })

  it.each([
    ['pay', 'paid', 'settlement'],
    ['deny', 'denied', 'deny'],
    ['expire', 'expired', 'expire'],
  ])('has a button %s that says %s and makes an order %s', async (action, done, status) => {
    const { orderId, id } = await chargeNew(sandbox.client)
    const response = await press({ action, id })
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `/_sandbox?done=${done}`,
    ])
    expect(await statusOf(sandbox.client, orderId)).toBe(status)
  })

  it('says so when a button comes too late or makes no sense, and changes nothing', async () => {
    const { orderId, id } = await chargeNew(sandbox.client)
    await press({ action: 'pay', id })
    const wrong: Record<string, string>[] = [
      { action: 'expire', id },
      { action: 'deny', id: 'nobody' },
      { action: 'resend', id: 'x' },
      { action: 'advance', seconds: '-1' },
      { action: 'add-fault', order_id: orderId, fault: 'charge nonsense' },
      { action: 'remove-fault', match: '{' },
      { action: 'toString' },
      {},
    ]
    const answers = await Promise.all(wrong.map((fields) => press(fields)))
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual(
      ['too-late', 'too-late', ...Array(6).fill('wrong')].map((done) => `/_sandbox?done=${done}`),
    )
    expect(await statusOf(sandbox.client, orderId)).toBe('settlement')
  })

  it('moves the clock of one order alone', async () => {
    const [mine, other] = [await chargeNew(sandbox.client), await chargeNew(sandbox.client)]
    await press({ action: 'advance', seconds: '901', order_id: mine.orderId })
    expect([
      await statusOf(sandbox.client, mine.orderId),
      await statusOf(sandbox.client, other.orderId),
    ]).toEqual(['expire', 'pending'])
  })

  it('sends a test notification to the URLs of a merchant', async () => {
    const receiver = await offerReceiver()
    const merchant = `SB-Mid-server-${newOrderId()}`
    const settings = { server_key: merchant, notification_urls: [receiver.url] }
    const { body } = await sandbox.client.put('/_sandbox/merchants', settings)
    const response = await press({ action: 'test', id: String(body.merchant_id) })
    expect(response.headers.get('location')).toBe('/_sandbox?done=tested')
    const [received] = await receiver.waitFor(1)
    expect(received?.body.order_id).toMatch(/^payment_notif_test_/)
  })

  it('adds a fault beside the ones that are there, and removes them', async () => {
    const orderId = newOrderId()
    for (const fault of ['charge status_503', 'status html']) {
      await press({ action: 'add-fault', order_id: orderId, fault, times: '2' })
    }
    const list = async () =>
      JSON.parse((await sandbox.client.get(`/_sandbox/faults?order_id=${orderId}`)).text)
    expect(await list()).toMatchObject([
      { on: 'charge', fault: 'status_503', times: 2 },
      { on: 'status', fault: 'html', times: 2 },
    ])
    await press({ action: 'remove-fault', match: JSON.stringify({ order_id: orderId }) })
    expect(await list()).toEqual([])
  })

  it('is sent afresh after a change and in another language, and otherwise not', async () => {
    const look = async (tag: string, language = 'en') => {
      const headers = { 'If-None-Match': tag, 'Accept-Language': language }
      return fetch(`${sandbox.client.base}/_sandbox`, { headers })
    }
    await chargeNew(sandbox.client)
    let tag = ''
    // What the charge sets off, and the next ten seconds, change it once more.
    await eventually(async () => {
      tag = (await look('')).headers.get('etag') ?? ''
      return (await look(tag)).status
    }).toBe(304)
    expect((await look(tag, 'id')).status).toBe(200)
    await chargeNew(sandbox.client)
    expect((await look(tag)).status).toBe(200)
  })

  it('shows the orders whose id starts as asked, and no others', async () => {
    const [mine, other] = [await chargeNew(sandbox.client), await chargeNew(sandbox.client)]
    const { text } = await sandbox.client.get(`/_sandbox?order_id=${mine.orderId.slice(0, -2)}`)
    expect(text).toContain(mine.orderId)
    expect(text).not.toContain(other.orderId)
    const none = await sandbox.client.get(`/_sandbox?order_id=${'x'.repeat(5000)}`)
    expect(none.text).toContain('Nothing with that order id.')
  })

  it('refuses a press on a page of another site', async () => {
    const { orderId, id } = await chargeNew(sandbox.client)
    for (const path of ['/_sandbox', '/_sandbox/desk', '/v2/qris/index']) {
      const response = await fetch(sandbox.client.base + path, {
        method: 'POST',
        headers: { Origin: 'https://evil.example' },
        body: new URLSearchParams({ action: 'expire', id, decision: 'pay', pin: '123456' }),
      })
      expect(response.status).toBe(403)
    }
    expect(await statusOf(sandbox.client, orderId)).toBe('pending')
  })

  it('shows the newest transactions and notifications only, however many there are', async () => {
    await Promise.all(Array.from({ length: 40 }, () => chargeNew(sandbox.client)))
    const newest = await chargeNew(sandbox.client)
    const { text } = await sandbox.client.get('/_sandbox')
    expect(text).toContain(newest.orderId)
    expect(text.match(/id="t-/g)).toHaveLength(30)
    expect(text.match(/id="n-/g)).toHaveLength(30)
  })
})
