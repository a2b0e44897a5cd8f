import { rmSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { type SandboxProcess, startSandbox } from '../kit/sandbox-process'
import { makeDataDir } from '../kit/temp-dir'
import { createClient, newOrderId } from './support/client'
import { offerReceivers } from './support/setup'

const newReceiver = offerReceivers()
const dataDirs: string[] = []
const running: SandboxProcess[] = []

async function start(dataDir: string) {
  const sandbox = await startSandbox({ dataDir })
  running.push(sandbox)
  return { ...sandbox, client: createClient(sandbox.url) }
}

function newDataDir(): string {
  const dataDir = makeDataDir('survival')
  dataDirs.push(dataDir)
  return dataDir
}

afterAll(async () => {
  await Promise.all(running.map((sandbox) => sandbox.end('SIGKILL')))
  for (const dataDir of dataDirs) rmSync(dataDir, { recursive: true, force: true })
})

describe('a sandbox that comes back', () => {
  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'after %s knows its transactions, notifications, faults, keys and clock',
    async (signal) => {
      const dataDir = newDataDir()
      const before = await start(dataDir)
      const [paid, waiting] = [newOrderId(), newOrderId()]
      const key = { 'Idempotency-Key': newOrderId() }
      await before.client.charge(paid)
      await before.client.post(`/_sandbox/transactions/${paid}/pay`, { issuer: 'dana' })
      const charged = await before.client.charge(waiting, {}, key)
      await before.client.put('/_sandbox/faults', [
        { match: { order_id: 'never' }, on: 'charge', fault: 'deny' },
      ])
      await before.client.advance(100, waiting)
      // A client's connection is still open: it must not keep the sandbox alive.
      const ended = Date.now()
      expect(await before.end(signal)).toBe(signal === 'SIGTERM' ? 'exit code 0' : 'by SIGKILL')
      expect(Date.now() - ended).toBeLessThan(1_000)

      const after = await start(dataDir)
      expect((await after.client.status(paid)).body).toMatchObject({
        transaction_status: 'settlement',
        issuer: 'dana',
      })
      expect(await after.client.notifications(paid)).toHaveLength(2)
      expect((await after.client.charge(newOrderId(), {}, key)).text).toBe(charged.text)
      expect((await after.client.get('/_sandbox/faults')).text).toContain('never')
      expect(
        (await after.client.get(`/_sandbox/clock?order_id=${waiting}`)).body.offset_seconds,
      ).toBe(100)
      await after.client.advance(801, waiting)
      expect((await after.client.status(waiting)).body.transaction_status).toBe('expire')
      await after.end('SIGTERM')
    },
  )

  it('expires what fell due while it was away, and sends what it could not send', async () => {
    const dataDir = newDataDir()
    const receiver = await newReceiver()
    receiver.answerWith({ status: 503 })
    const before = await start(dataDir)
    const orderId = newOrderId()
    const soon = { custom_expiry: { expiry_duration: 20, unit: 'second' } }
    await before.client.charge(orderId, soon, { 'X-Override-Notification': receiver.url })
    await receiver.waitFor(1)
    await before.client.advance(18.5, orderId)
    await before.end('SIGKILL')
    receiver.answerWith({ status: 200 })
    const after = await start(dataDir)
    const [, expired] = await receiver.waitFor(2)
    expect(expired?.body.transaction_status).toBe('expire')
    await after.client.advance(121, orderId)
    const [, , retried] = await receiver.waitFor(3)
    expect(retried?.body.transaction_status).toBe('pending')
    await after.end('SIGTERM')
  })

  it('right after a reset of everything knows nothing but the settings of its merchants', async () => {
    const dataDir = newDataDir()
    const before = await start(dataDir)
    const orderId = newOrderId()
    await before.client.charge(orderId)
    await before.client.put('/_sandbox/merchants', {
      server_key: before.client.serverKey,
      name: 'Toko Kopi',
    })
    await before.client.post('/_sandbox/reset')
    await before.end('SIGKILL')
    const after = await start(dataDir)
    for (const list of ['transactions', 'notifications', 'faults']) {
      expect((await after.client.get(`/_sandbox/${list}`)).text).toBe('[]')
    }
    expect((await after.client.get('/_sandbox/merchants')).text).toContain('Toko Kopi')
    expect((await after.client.charge(orderId)).body.status_code).toBe('201')
    await after.end('SIGTERM')
  })

  it('keeps every charge that it has answered when it is killed in the middle', async () => {
    const dataDir = newDataDir()
    const before = await start(dataDir)
    const answered: string[] = []
    const charges = Array.from({ length: 200 }, async () => {
      const { body } = await before.client.charge(newOrderId())
      answered.push(String(body.transaction_id))
      if (answered.length === 60) await before.end('SIGKILL')
    })
    await Promise.allSettled(charges)
    const after = await start(dataDir)
    for (const id of answered) expect((await after.client.status(id)).body.status_code).toBe('201')
    await after.end('SIGTERM')
  })
})
