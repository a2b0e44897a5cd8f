import { describe, expect, it } from 'vitest'
import { newOrderId } from './support/client'
import { runSandbox } from './support/setup'

const sandbox = runSandbox()

async function press(fields: Record<string, string>): Promise<Response> {
  const url = `${sandbox.client.base}/_sandbox/desk`
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
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
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await response.text()).not.toMatch(/(src|href)="(https?:)?\/\//)
  })

  it.each([
    ['pay', 'settlement'],
    ['deny', 'deny'],
    ['expire', 'expire'],
  ])('has a button %s that makes an order %s and comes back', async (action, status) => {
    const orderId = newOrderId()
    const { body } = await sandbox.client.charge(orderId)
    const response = await press({ action, id: String(body.transaction_id) })
    expect([response.status, response.headers.get('location')]).toEqual([303, '/_sandbox'])
    expect((await sandbox.client.status(orderId)).body.transaction_status).toBe(status)
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

  it('is sent afresh after a change', async () => {
    const first = await fetch(`${sandbox.client.base}/_sandbox`)
    const tag = first.headers.get('etag') ?? ''
    await sandbox.client.charge(newOrderId())
    const second = await fetch(`${sandbox.client.base}/_sandbox`, {
      headers: { 'If-None-Match': tag },
    })
    expect(second.status).toBe(200)
  })
})
