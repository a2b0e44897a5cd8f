import { afterEach, expect, test, vi } from 'vitest'
import { findGaps } from '../../kit/find-gaps'
import { judgeTold, listenIn, readTold, type TellKind, tell } from '../../kit/told'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

function begin(): string {
  vi.stubEnv('TOKOKU_TOLD', '')
  vi.spyOn(console, 'log').mockReturnValue()
  return listenIn()
}

const secrets: [string, string][] = [
  ['a server key', 'key SB-Mid-server-abcdef123456'],
  ['an authorization header', `Basic ${Buffer.from('Mid-server-abcdef:').toString('base64')}`],
  ['a signature', 'ab'.repeat(64)],
  ['a cookie', 'tokoku-browser=8d3f'],
]
const kinds: TellKind[] = ['log', 'page', 'form', 'row']

test.each(kinds.flatMap((kind) => secrets.map(([name, text]) => [kind, name, text] as const)))(
  'a %s that tells %s ends the run badly',
  (kind, _, text) => {
    const folder = begin()
    tell(kind, `before ${text} after`)
    expect(() => judgeTold(folder)).toThrow(`a ${kind}: `)
  },
)

test.each(['0812 3456 7890', '081234567890', '+62 812-3456-7890', '6281234567890'])(
  'the number %s ends it badly too, but where its shopper typed it',
  (number) => {
    const folder = begin()
    tell('form', number)
    expect(readTold(folder).findings).toEqual([])
    tell('row', number)
    expect(() => judgeTold(folder)).toThrow('a full phone number')
  },
)

test('what tells nothing is counted, and the run ends well', () => {
  const folder = begin()
  tell('log', '{"at":"2026-06-04","event":"worker.started"}')
  tell('page', 'Paid. Rp 44.000, to the number that ends in 890')
  expect(readTold(folder).counts).toEqual({ log: 1, page: 1, form: 0, row: 0 })
  expect(() => judgeTold(folder)).not.toThrow()
})

test('where nobody listens nothing is noted', () => {
  vi.stubEnv('TOKOKU_TOLD', '')
  expect(() => tell('log', 'SB-Mid-server-abcdef123456')).not.toThrow()
})

const line = (fields: object) => JSON.stringify({ event: 'payment.fact', ...fields })
const ids = { orderId: 'TKO-1', paymentId: 'p', attempt: 1, requestId: 'r' }
test.each([
  [ids, 0],
  [{ ...ids, attempt: undefined }, 1],
  [{ ...ids, requestId: undefined }, 1],
  [{ orderId: 'TKO-1' }, 1],
  [{ paymentId: 'p' }, 1],
  // Of no payment that is known here.
  [{ orderId: 'TKO-1', verdict: 'unknown_order' }, 0],
  [{ orderId: 'TKO-1', event: 'live.read_failed' }, 0],
  [{ orderId: 'TKO-1', event: 'order.visit_failed' }, 0],
  [{ event: 'worker.started' }, 0],
  [{ event: 'midtrans.away' }, 0],
  [{ event: 'midtrans.no_answer' }, 1],
  [{ event: 'sweep.check_failed', requestId: 'r' }, 1],
  [{ event: 'charge.interrupted' }, 1],
  [{}, 1],
  // Not a log line.
  [{ event: undefined, orderId: 'TKO-1' }, 0],
])('the ids %j of a log line leave %i gaps', (fields, count) => {
  expect(findGaps(line(fields))).toHaveLength(count)
})
