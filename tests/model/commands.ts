import fc from 'fast-check'
import type { PaymentStatus } from '@/prisma/generated/client'
import { type PaymentMove, paymentMoves } from '../kit/payment-moves'
import type { Line } from './midtrans'

/** Which attempt and which word of Midtrans: the newest word is 0. Numbers count round, so that each means one. */
export type Told = { attempt: number; which: number }
export const forgeries = ['unsigned', 'amount', 'currency', 'word', 'stranger'] as const

export type Move = { attempt: number; to: PaymentStatus }

/** One thing that shopper, wallet, Midtrans, network, attacker or time may do. */
export type Command =
  | { do: 'rest' }
  | { do: 'place'; line: Line; twice: boolean }
  /** The form of an order is sent once more. */
  | { do: 'resubmit'; order: number }
  | { do: 'pay again'; order: number; line: Line }
  | { do: 'cancel'; order: number; line: Line }
  /** The time of the next check has come for every attempt that has one. */
  | { do: 'sweep'; order: number; line: Line }
  /** At Midtrans it is paid, late or in time, refunded, expired, denied, cancelled. */
  | { do: 'move'; order: number; attempt: number; to: PaymentStatus }
  /** Any word that Midtrans ever said of it, as often as this at the same moment. */
  | ({ do: 'notify'; order: number; times: number } & Told)
  /** Two words arrive at the same moment; before, Midtrans may have come to say these, one after the other. */
  | { do: 'race'; order: number; moves: Move[]; first: Told; second: Told }
  | { do: 'forge'; order: number; attempt: number; how: (typeof forgeries)[number] }
  | { do: 'wait'; order: number; minutes: 6 | 20 }
  /** Whoever was cut off in the middle gets the answer after all, long after others took over. */
  | { do: 'late answers' }

const words: PaymentStatus[] = [...new Set(paymentMoves.map(({ to }) => to))]
const small = fc.nat({ max: 5 })
const order = small
const told = fc.record({ attempt: small, which: small })
const lineArbitrary = fc.constantFrom<Line>('up', 'up', 'up', 'away', 'mute')
const chargeLineArbitrary = fc.constantFrom<Line>(
  ...(['up', 'up', 'up', 'mute', 'away', 'held', 'refuse', 'deny'] as const),
)

const is = <T extends Command['do']>(name: T) => fc.constant(name)

/** It is paid in the moment in which it ends, or refunded in the moment in which it is paid. */
const clashArbitrary: fc.Arbitrary<Command> = fc
  .record({
    order,
    attempt: small,
    words: fc.constantFrom<[PaymentStatus, PaymentStatus]>(
      ...(['expire', 'cancel', 'deny', 'failure'] as const).map(
        (end): [PaymentStatus, PaymentStatus] => [end, 'settlement'],
      ),
      ['settlement', 'refund'],
      ['settlement', 'partial_refund'],
      ['partial_refund', 'partial_refund'],
    ),
  })
  .map(({ order, attempt, words }) => ({
    do: 'race',
    order,
    moves: words.map((to) => ({ attempt, to })),
    first: { attempt, which: 1 },
    second: { attempt, which: 0 },
  }))

/** Shrinks to `rest`, so that what a failure prints is what it takes. */
const commandArbitrary: fc.Arbitrary<Command> = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: fc.record({ do: is('rest') }), weight: 1 },
  {
    arbitrary: fc.record({ do: is('place'), line: chargeLineArbitrary, twice: fc.boolean() }),
    weight: 6,
  },
  { arbitrary: fc.record({ do: is('resubmit'), order }), weight: 1 },
  { arbitrary: fc.record({ do: is('pay again'), order, line: chargeLineArbitrary }), weight: 10 },
  { arbitrary: fc.record({ do: is('cancel'), order, line: lineArbitrary }), weight: 4 },
  { arbitrary: fc.record({ do: is('sweep'), order, line: lineArbitrary }), weight: 16 },
  {
    arbitrary: fc.record({
      do: is('move'),
      order,
      attempt: small,
      // Being paid is what most of it is about.
      to: fc.oneof(fc.constantFrom(...words), fc.constant<PaymentStatus>('settlement')),
    }),
    weight: 24,
  },
  {
    arbitrary: fc.record({
      do: is('notify'),
      order,
      attempt: small,
      which: small,
      times: fc.constantFrom(1, 1, 3),
    }),
    weight: 20,
  },
  {
    arbitrary: fc.record({
      do: is('race'),
      order,
      moves: fc.constant<Move[]>([]),
      first: told,
      second: told,
    }),
    weight: 5,
  },
  { arbitrary: clashArbitrary, weight: 10 },
  {
    arbitrary: fc.record({
      do: is('forge'),
      order,
      attempt: small,
      how: fc.constantFrom(...forgeries),
    }),
    weight: 4,
  },
  {
    arbitrary: fc.record({ do: is('wait'), order, minutes: fc.constantFrom(6 as const, 20) }),
    weight: 3,
  },
  { arbitrary: fc.record({ do: is('late answers') }), weight: 4 },
)

export const COMMANDS = 30

export type Opening = fc.Arbitrary<Command[]>

/** A life of thirty commands that begins with these. */
export function commandsArbitrary(opening: Opening): fc.Arbitrary<Command[]> {
  return opening.chain((first) => {
    const length = COMMANDS - first.length
    return fc
      .array(commandArbitrary, { minLength: length, maxLength: length })
      .map((rest) => [...first, ...rest])
  })
}

/** Every pair of statuses that a payment may really go through. */
export const legalMoves: PaymentMove[] = paymentMoves.filter(
  ({ from, to, mark }) => mark === '+' || mark === '?' || (from === to && to === 'partial_refund'),
)

/** Chance alone would hardly ever see a pre-authorisation refunded after the shop gave it up. */
function leadThrough({ from, to, mark }: PaymentMove): Command[] {
  const target = { order: 0, attempt: 0 }
  const move = (status: PaymentStatus): Command => ({ do: 'move', ...target, to: status })
  const tell: Command[] = [
    { do: 'notify', ...target, which: 0, times: 1 },
    { do: 'sweep', order: 0, line: 'up' },
  ]
  if (from !== 'created') {
    const place: Command = { do: 'place', line: 'up', twice: false }
    return [place, ...(from === 'pending' ? [] : [move(from), ...tell]), move(to), ...tell]
  }
  // Only a charge whose key Midtrans has forgotten makes the shop ask for the status.
  const wait: Command[] = mark === '?' ? [{ do: 'wait', order: 0, minutes: 6 }] : []
  return [{ do: 'place', line: 'mute', twice: false }, ...wait, move(to), ...tell]
}

/** Three attempts of one order are paid after all, and given back one after the other. */
const paidThrice: Opening = fc.shuffledSubarray([0, 1, 2], { minLength: 2 }).map((refunded) => {
  const tell = (attempt: number, to: PaymentStatus): Command[] => [
    { do: 'move', order: 0, attempt, to },
    { do: 'notify', order: 0, attempt, which: 0, times: 1 },
  ]
  const again: Command[] = [
    { do: 'cancel', order: 0, line: 'up' },
    { do: 'pay again', order: 0, line: 'up' },
  ]
  return [
    { do: 'place', line: 'up', twice: false },
    ...again,
    ...again,
    ...[0, 1, 2].flatMap((attempt) => tell(attempt, 'settlement')),
    { do: 'sweep', order: 0, line: 'up' },
    ...refunded.flatMap((attempt) => tell(attempt, 'refund')),
  ]
})

/** The answers to two charges in a row are lost for good. */
const lostTwice: Opening = fc.constant([
  { do: 'place', line: 'mute', twice: false },
  { do: 'cancel', order: 0, line: 'up' },
  { do: 'pay again', order: 0, line: 'mute' },
  { do: 'wait', order: 0, minutes: 6 },
  { do: 'sweep', order: 0, line: 'up' },
])

/** What lives begin with: each legal move, and what chance alone would hardly ever bring about. */
export const openings: Opening[] = [
  ...legalMoves.map((move) => fc.constant(leadThrough(move))),
  paidThrice,
  lostTwice,
]
