import { describe, expect, it } from 'vitest'
import { actionUrl, newOrderId } from './support/client'
import { newMerchant } from './support/merchant'
import { offerReceivers, runSandbox } from './support/setup'

const sandbox = runSandbox()
const offerReceiver = offerReceivers()

async function send(path: string, fields: Record<string, string>): Promise<Response> {
  const url = sandbox.client.base + path
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
}
const press = (fields: Record<string, string>) => send('/_sandbox/desk', fields)

async function charge(more = {}): Promise<{ orderId: string; id: string }> {
  const orderId = newOrderId()
  const { body } = await sandbox.client.charge(orderId, more)
  return { orderId, id: String(body.transaction_id) }
}

async function statusOf(orderId: string): Promise<unknown> {
  return (await sandbox.client.transaction(orderId)).transaction_status
}

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
    const { orderId, id } = await charge()
    const response = await press({ action, id })
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `/_sandbox?done=${done}`,
    ])
    expect(await statusOf(orderId)).toBe(status)
  })

  it('says so when a button comes too late or makes no sense, and changes nothing', async () => {
    const { orderId, id } = await charge()
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
    expect(await statusOf(orderId)).toBe('settlement')
  })

  it('moves the clock of one order alone', async () => {
    const [mine, other] = [await charge(), await charge()]
    await press({ action: 'advance', seconds: '901', order_id: mine.orderId })
    expect([await statusOf(mine.orderId), await statusOf(other.orderId)]).toEqual([
      'expire',
      'pending',
    ])
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

  it('is sent afresh after a change, and in another language', async () => {
    const look = async (tag: string, language = 'en') => {
      const headers = { 'If-None-Match': tag, 'Accept-Language': language }
      return fetch(`${sandbox.client.base}/_sandbox`, { headers })
    }
    await charge()
    const tag = (await look('')).headers.get('etag') ?? ''
    expect((await look(tag, 'id')).status).toBe(200)
    await charge()
    expect((await look(tag)).status).toBe(200)
  })

  it('shows the orders whose id starts as asked, and no others', async () => {
    const [mine, other] = [await charge(), await charge()]
    const { text } = await sandbox.client.get(`/_sandbox?order_id=${mine.orderId.slice(0, -2)}`)
    expect(text).toContain(mine.orderId)
    expect(text).not.toContain(other.orderId)
    const none = await sandbox.client.get(`/_sandbox?order_id=${'x'.repeat(5000)}`)
    expect(none.text).toContain('Nothing with that order id.')
  })

  it('refuses a press on a page of another site', async () => {
    const { orderId, id } = await charge()
    for (const path of ['/_sandbox', '/_sandbox/desk', '/v2/qris/index']) {
      const response = await fetch(sandbox.client.base + path, {
        method: 'POST',
        headers: { Origin: 'https://evil.example' },
        body: new URLSearchParams({ action: 'expire', id, decision: 'pay', pin: '123456' }),
      })
      expect(response.status).toBe(403)
    }
    expect(await statusOf(orderId)).toBe('pending')
  })

  it('shows the newest transactions and notifications only, however many there are', async () => {
    await Promise.all(Array.from({ length: 40 }, () => charge()))
    const newest = await charge()
    const { text } = await sandbox.client.get('/_sandbox')
    expect(text).toContain(newest.orderId)
    expect(text.match(/id="t-/g)).toHaveLength(30)
    expect(text.match(/id="n-/g)).toHaveLength(30)
  })
})

describe('the phone on the desk', () => {
  const decide = async (fields: Record<string, string>) =>
    (await send('/_sandbox', fields)).headers.get('location')

  it('asks for a PIN of six digits before it pays', async () => {
    const { orderId, id } = await charge()
    const bill = { id, issuer: 'dana', decision: 'pay' }
    expect(await decide(bill)).toBe(`/_sandbox?id=${id}&issuer=dana&step=pin`)
    for (const pin of ['', '12345', '1234567', '12a456']) {
      expect(await decide({ ...bill, pin })).toContain('step=wrong-pin')
    }
    expect(await statusOf(orderId)).toBe('pending')
    expect(await decide({ ...bill, pin: '000000' })).toBe(`/_sandbox?id=${id}&result=success`)
    expect(await sandbox.client.transaction(orderId)).toMatchObject({
      transaction_status: 'settlement',
      payment_type: 'qris',
      issuer: 'dana',
    })
  })

  it('pays once, however often it is told to', async () => {
    const { orderId, id } = await charge()
    const bill = { id, issuer: 'ovo', decision: 'pay', pin: '123456' }
    await Promise.all([decide(bill), decide(bill), decide(bill)])
    expect((await sandbox.client.get(`/_sandbox?id=${id}&result=failure`)).text).toContain('Paid')
    expect(await sandbox.client.notifications(orderId)).toHaveLength(2)
  })

  it('only reserves what is pre-authorised', async () => {
    const { orderId, id } = await charge({ gopay: { pre_auth: true } })
    await decide({ id, issuer: 'gopay', decision: 'pay', pin: '123456' })
    expect(await statusOf(orderId)).toBe('authorize')
    expect((await sandbox.client.get(`/_sandbox?id=${id}`)).text).toContain('Reserved')
  })

  it.each(['bca', 'permata'])(
    'pays a transfer to %s, which knows no issuer and cannot be scanned',
    async (bank) => {
      const more = { payment_type: 'bank_transfer', bank_transfer: { bank } }
      const { orderId, id } = await charge(more)
      const { text } = await sandbox.client.get(`/_sandbox?id=${id}`)
      expect(text).toContain(`${bank.toUpperCase()} number`)
      await decide({ id, decision: 'pay', pin: '123456' })
      const paid = await sandbox.client.transaction(orderId)
      expect(paid).toMatchObject({
        transaction_status: 'settlement',
        payment_type: 'bank_transfer',
      })
      expect(paid).not.toHaveProperty('issuer')
    },
  )

  it('reads the address of every kind of code', async () => {
    const client = await newMerchant(sandbox.client, { qr_code_v2: true })
    const shopee = { payment_type: 'qris', qris: { acquirer: 'airpay shopee' } }
    for (const more of [{}, { payment_type: 'qris' }, shopee]) {
      const orderId = newOrderId()
      const { body } = await client.charge(orderId, more)
      for (const name of ['generate-qr-code', 'generate-qr-code-v2']) {
        const url = actionUrl(body, name)
        expect(url).toMatch(/\/qr-code$/)
        const { text } = await client.get(`/_sandbox?qr=${encodeURIComponent(url)}`)
        expect(text).toContain(`name="id" value="${body.transaction_id}"`)
      }
    }
  })

  it('answers an unknown id with 404 and words', async () => {
    const answer = await sandbox.client.get('/_sandbox?id=nobody')
    expect([answer.http, answer.text]).toEqual([404, expect.stringContaining('Unknown payment')])
    const long = await sandbox.client.get(`/_sandbox?id=${'x'.repeat(5000)}`)
    expect(long.http).toBe(404)
  })
})

describe('the language of the pages', () => {
  const read = async (headers: Record<string, string>, query = '') => {
    const response = await fetch(`${sandbox.client.base}/v2/qris/index${query}`, { headers })
    return [response.headers.get('content-language'), response.headers.get('set-cookie')] as const
  }

  it.each([
    ['id-ID,id;q=0.9,en;q=0.8', 'id'],
    ['in', 'id'],
    ['en;q=0.4, id;q=0.7', 'id'],
    ['fr, id;q=0, en;q=0.1', 'en'],
    ['ja', 'en'],
    ['toString;q=x,,;', 'en'],
  ])('for a browser that asks for %s is %s', async (accepted, language) => {
    expect((await read({ 'Accept-Language': accepted }))[0]).toBe(language)
  })

  it('is kept once it was chosen', async () => {
    const [chosen, cookie] = await read({ 'Accept-Language': 'en' }, '?lang=id')
    expect([chosen, cookie]).toEqual(['id', expect.stringContaining('sandbox_language=id')])
    expect((await read({ Cookie: 'sandbox_language=id', 'Accept-Language': 'en' }))[0]).toBe('id')
    expect((await read({ Cookie: 'sandbox_language=xx' }))[0]).toBe('en')
  })
})
