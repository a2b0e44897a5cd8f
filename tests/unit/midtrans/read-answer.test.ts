import { describe, expect, test } from 'vitest'
import { readAnswer } from '@/lib/midtrans/read-answer'
import { fixtureNames, readFixture } from '../../kit/fixtures'

const answer = (httpStatus: number, body: unknown) =>
  readAnswer(
    new Response(typeof body === 'string' ? body : JSON.stringify(body), { status: httpStatus }),
  )

describe.each(fixtureNames('answers'))('the answer %s', (name) => {
  const body = readFixture('answers', name)

  test('is a transaction', async () => {
    const result = await answer(200, body)
    expect(result).toMatchObject({
      ok: true,
      value: { order_id: body.order_id, transaction_status: body.transaction_status },
    })
  })

  test('is a transaction at any HTTP status, because the body decides first', async () => {
    expect((await answer(500, body)).ok).toBe(true)
  })
})

test('an expired transaction, code 407, is a state and no failure', async () => {
  const result = await answer(200, readFixture('answers', 'status-gopay-2020-expire-real'))
  expect(result).toMatchObject({ ok: true, value: { status_code: '407' } })
})

test('a denied transaction, code 202, is a state and no failure', async () => {
  const result = await answer(200, readFixture('answers', 'charge-gopay-2022-deny-202-docs'))
  expect(result).toMatchObject({ ok: true, value: { transaction_status: 'deny' } })
})

// The HTTP status is the one each of them really arrives with: most refusals come as 200.
describe('a refusal has a name', () => {
  test.each([
    ['400-validation', 400, 'validation_failed', 'none', false],
    ['400-gopay-account-id', 400, 'validation_failed', 'none', false],
    ['401-docs', 401, 'unauthorized', 'none', false],
    ['401-unknown-key-2024-real', 401, 'unauthorized', 'none', false],
    ['402-not-activated', 200, 'channel_not_active', 'none', false],
    ['402-missing-gopay-setting', 200, 'channel_not_active', 'none', false],
    ['404-status-2019-real', 200, 'not_found', 'none', false],
    ['404-cancel-2019-real', 200, 'not_found', 'none', false],
    ['404-gopay-wallet', 200, 'not_found', 'none', false],
    ['406-duplicate', 200, 'conflict', 'unknown', false],
    ['406-refund-duplicate', 200, 'conflict', 'unknown', false],
    ['410-gopay-user-blocked', 200, 'wallet_blocked', 'none', false],
    ['412-legacy', 200, 'illegal_state', 'none', false],
    ['412-new', 200, 'illegal_state', 'none', false],
    ['413-malformed', 200, 'malformed_request', 'none', false],
    ['414-refund-amount', 200, 'amount_refused', 'none', false],
    ['429-rate-limit', 429, 'rate_limited', 'none', true],
    ['500-body', 200, 'gateway_error', 'unknown', true],
    ['500-gateway', 500, 'gateway_error', 'unknown', true],
    ['503-qr-code-2023-real', 503, 'gateway_error', 'unknown', true],
  ] as const)('%s at HTTP %i is %s', async (name, httpStatus, code, effect, transient) => {
    const body = readFixture('errors', name)
    expect(await answer(httpStatus, body)).toMatchObject({
      ok: false,
      error: { code, effect, transient, httpStatus },
    })
  })

  test('for every recorded one', () => {
    expect(fixtureNames('errors').length).toBe(20)
  })
})

test('the validation messages and the sentence come along for the log', async () => {
  const result = await answer(400, readFixture('errors', '400-validation'))
  expect(result).toMatchObject({
    error: {
      statusCode: '400',
      statusMessage: 'One or more parameters in the payload is invalid.',
      messages: ['custom_expiry is below minimum threshold'],
    },
  })
})

test('HTTP 202 without a transaction means that the first call is still running', async () => {
  const inProgress = { code: 'in_progress', effect: 'unknown', transient: true }
  for (const body of ['', {}]) {
    expect(await answer(202, body)).toMatchObject({ ok: false, error: inProgress })
  }
})

const pending = readFixture('answers', 'charge-gopay-2024-real')

// Midtrans says in the body what it did not do. Without that word it may have done anything.
test.each([
  ['is empty', 200, ''],
  ['is HTML', 200, '<html><body>Bad gateway</body></html>'],
  ['is HTML at HTTP 404, as from a proxy', 404, '<html>Not found</html>'],
  ['is HTML at HTTP 400, as from a proxy', 400, '<html>Bad request</html>'],
  ['has no code at HTTP 404', 404, { message: 'no Route matched with those values' }],
  ['is cut short', 200, JSON.stringify(pending).slice(0, -5)],
  ['is a JSON text', 200, '"ok"'],
  ['is null', 200, 'null'],
  ['is a list', 200, [pending]],
  ['says success and lacks the transaction id', 200, { ...pending, transaction_id: undefined }],
  ['says success and lacks the status', 200, { ...pending, transaction_status: undefined }],
  ['has an amount that is a number', 200, { ...pending, gross_amount: 5000 }],
  ['has a code that nobody knows', 200, { ...pending, status_code: '299' }],
  ['is longer than any of Midtrans', 200, { ...pending, x: 'x'.repeat(300 * 1024) }],
])('an answer that %s may stand for anything', async (_, httpStatus, body) => {
  expect(await answer(httpStatus, body)).toMatchObject({
    ok: false,
    error: { code: 'unreadable_answer', effect: 'unknown', transient: true },
  })
})

test('a status code that is a JSON number is read like the text', async () => {
  expect((await answer(200, { ...pending, status_code: 201 })).ok).toBe(true)
  expect(await answer(200, { status_code: 404, status_message: 'x' })).toMatchObject({
    error: { code: 'not_found' },
  })
})

test('an HTML page at HTTP 502 is an error of the gateway', async () => {
  expect(await answer(502, '<html>')).toMatchObject({
    error: { code: 'gateway_error', effect: 'unknown' },
  })
})
