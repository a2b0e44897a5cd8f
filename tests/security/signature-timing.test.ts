import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type SignedFields, signatureOf, verifySignature } from '@/lib/midtrans/signature'
import { createConnection } from '../fuzz/connection'
import { notificationAbout, SERVER_KEY } from '../kit/notifications'
import { makeOrder } from '../kit/orders'
import { openTarget, type Target } from './stage'
import { differ, differsAlways, measureInTurns } from './told-by-time'

const compared = vi.hoisted(() => [] as number[][])
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>()
  const timingSafeEqual: typeof crypto.timingSafeEqual = (one, other) => {
    compared.push([one.byteLength, other.byteLength])
    return crypto.timingSafeEqual(one, other)
  }
  return { ...crypto, timingSafeEqual }
})

let target: Target
beforeAll(async () => {
  target = await openTarget()
}, 240_000)
afterAll(() => target.close())

const ROUNDS = 3
const FIELDS: SignedFields = { order_id: 'TKO-1-1', status_code: '200', gross_amount: '44000.00' }

/** The right signature with another digit at one place. */
function wrongAt(signature: string, place: number): string {
  const digit = signature[place] === '0' ? '1' : '0'
  return signature.slice(0, place) + digit + signature.slice(place + 1)
}

/** One signature that is wrong from its first digit on, and one that is wrong in its last only. */
const guesses = (signature: string): [string, string] => [
  wrongAt(signature, 0),
  wrongAt(signature, 127),
]

type Verify = typeof verifySignature

/** Whether one may learn from the time that a check takes how much of a guess was right. */
function tellsByTime(verify: Verify): Promise<boolean> {
  const guess = guesses(signatureOf(FIELDS, SERVER_KEY))
  return differsAlways(ROUNDS, async () => {
    const [first, last] = await measureInTurns(1_000, (which) => {
      const startedAt = performance.now()
      for (let i = 0; i < 40; i++) verify(FIELDS, guess[which], SERVER_KEY)
      return performance.now() - startedAt
    })
    return differ(first, last)
  })
}

test('a signature that is wrong at its end takes as long to refuse as one wrong from the start', async () => {
  expect(await tellsByTime(verifySignature)).toBe(false)
}, 60_000)

test('a comparison that stops at the first difference would have been found out', async () => {
  const verifyCarelessly: Verify = (fields, signature, serverKey) => {
    const right = signatureOf(fields, serverKey)
    for (let i = 0; i < right.length; i++) if (right[i] !== signature[i]) return false
    return true
  }
  expect(await tellsByTime(verifyCarelessly)).toBe(true)
}, 60_000)

test('the shop itself refuses both in the same time', async () => {
  const order = await makeOrder(target.shop)
  const paid = notificationAbout(order, 'settlement')
  const requests = guesses(String(paid.signature_key)).map((signature_key) => {
    const body = Buffer.from(JSON.stringify({ ...paid, signature_key }))
    const head = `POST /api/midtrans/notification HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n`
    return { head, body }
  }) as [{ head: string; body: Buffer }, { head: string; body: Buffer }]
  const connection = createConnection(Number(new URL(target.server.url).port))
  const isTold = await differsAlways(ROUNDS, async () => {
    const [first, last] = await measureInTurns(500, async (which) => {
      const startedAt = performance.now()
      expect(await connection.send(requests[which])).toMatchObject({ status: 403 })
      return performance.now() - startedAt
    })
    return differ(first, last)
  })
  connection.close()
  expect(isTold).toBe(false)
}, 60_000)

test('64 bytes are compared with 64, by what takes the same time for all of them', () => {
  const right = signatureOf(FIELDS, SERVER_KEY)
  for (const signature of [right, ...guesses(right), 'f'.repeat(128)]) {
    compared.length = 0
    expect(verifySignature(FIELDS, signature, SERVER_KEY)).toBe(signature === right)
    expect(compared).toEqual([[64, 64]])
  }
})
