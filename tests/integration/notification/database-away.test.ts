import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFreePort } from '@/scripts/ports'
import { notificationOf, SERVER_KEY } from '../../kit/notifications'
import { notify } from '../../kit/notify'

// Nothing listens at this address: the database is away from the first moment on.
beforeAll(async () => {
  Object.assign(process.env, {
    DATABASE_URL: `postgresql://shop@127.0.0.1:${await findFreePort()}/shop`,
    APP_URL: 'http://localhost:3000',
    MIDTRANS_SERVER_KEY: SERVER_KEY,
    MIDTRANS_ENV: 'local',
    LOG_LEVEL: 'error',
  })
})
afterAll(() => {
  delete process.env.DATABASE_URL
})

const settlement = notificationOf({ order_id: 'TKO-1-1', gross_amount: '1.00' }, 'settlement')

test('a signed notification gets a 503 that says when to come back, so that Midtrans repeats it', async () => {
  const answer = await notify(settlement)
  expect(answer).toMatchObject({ status: 503, result: 'not_stored' })
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('what could never be stored is refused as always', async () => {
  expect((await notify('{')).status).toBe(400)
  expect((await notify({ ...settlement, signature_key: '0'.repeat(128) })).status).toBe(403)
})
