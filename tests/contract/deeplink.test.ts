import { describe, expect, it } from 'vitest'
import { actionUrl, type Json, newOrderId } from './support/client'
import { runSandbox } from './support/setup'

const sandbox = runSandbox()

const CALLBACK = { enable_callback: true, callback_url: 'http://localhost:3000/finish?from=app' }

async function press(url: string, decision: string): Promise<Response> {
  const id = new URL(url).searchParams.get('id') ?? ''
  return fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ id, decision }),
    redirect: 'manual',
  })
}

describe('the deeplink page', () => {
  async function open(gopay: Json = CALLBACK): Promise<{ orderId: string; url: string }> {
    const orderId = newOrderId()
    const { body } = await sandbox.client.charge(orderId, { gopay })
    return { orderId, url: actionUrl(body, 'deeplink-redirect') }
  }

  it('carries the callback in its address, percent-encoded', async () => {
    const { url } = await open()
    expect(url).toContain(`&callback_url=${encodeURIComponent(CALLBACK.callback_url)}`)
  })

  it('shows merchant, amount and order id, and two buttons', async () => {
    const { orderId, url } = await open()
    const page = await (await fetch(url)).text()
    expect(page).toContain(orderId)
    expect(page).toMatch(/Rp\s?44\.000/)
    expect(page).toMatch(/<button[^>]*>Pay<\/button>/)
    expect(page).toMatch(/<button[^>]*>Decline<\/button>/)
  })

  it('pays as gopay and returns with result=success', async () => {
    const { orderId, url } = await open()
    const response = await press(url, 'pay')
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(
      `${CALLBACK.callback_url}&order_id=${orderId}&result=success`,
    )
    const { body } = await sandbox.client.status(orderId)
    expect(body).toMatchObject({ transaction_status: 'settlement', payment_type: 'gopay' })
    expect(body).not.toHaveProperty('issuer')
  })

  it('declines, leaves the order pending, tells nobody, and returns with result=failure', async () => {
    const { orderId, url } = await open()
    const response = await press(url, 'decline')
    expect(response.headers.get('location')).toContain(`order_id=${orderId}&result=failure`)
    expect((await sandbox.client.status(orderId)).body.transaction_status).toBe('pending')
    expect(await sandbox.client.notifications(orderId)).toHaveLength(1)
    expect((await press(url, 'pay')).headers.get('location')).toContain('result=success')
  })

  it('reserves what is pre-authorised and returns with result=success', async () => {
    const { orderId, url } = await open({ ...CALLBACK, pre_auth: true })
    expect((await press(url, 'pay')).headers.get('location')).toContain('result=success')
    expect((await sandbox.client.status(orderId)).body.transaction_status).toBe('authorize')
    expect(await (await fetch(url)).text()).toContain('Reserved')
  })

  it('returns to an app link', async () => {
    const { url } = await open({ enable_callback: true, callback_url: 'someapps://callback' })
    expect((await press(url, 'pay')).headers.get('location')).toMatch(
      /^someapps:\/\/callback\?order_id=/,
    )
  })

  it('says so when the order is already paid, and pays it only once', async () => {
    const { orderId, url } = await open()
    await press(url, 'pay')
    const again = await press(url, 'pay')
    expect(again.status).toBe(200)
    expect(await again.text()).toContain('Already paid')
    expect(await (await fetch(url)).text()).toContain('Back to the shop')
    expect(await sandbox.client.notifications(orderId)).toHaveLength(2)
  })

  it('says so when the order has expired', async () => {
    const { orderId, url } = await open()
    await sandbox.client.advance(901, orderId)
    const page = await (await press(url, 'pay')).text()
    expect(page).toContain('Payment expired')
  })

  it('shows a result when there is no callback', async () => {
    const { url } = await open({})
    expect(url).not.toContain('callback_url')
    expect(await (await press(url, 'pay')).text()).toContain('Paid')
  })

  it('never goes where its own address says: only where the charge said', async () => {
    const { url } = await open({})
    const response = await press(`${url}&callback_url=https%3A%2F%2Fevil.example%2F`, 'pay')
    expect(response.status).toBe(200)
    expect(await response.text()).not.toContain('evil.example')
  })

  it('answers an unknown id with 404', async () => {
    const url = `${sandbox.client.base}/gopay/partner/app/payment-pin?id=nobody`
    expect((await fetch(url)).status).toBe(404)
    expect((await press(url, 'pay')).status).toBe(404)
  })
})
