import type { Command, Told } from './commands'
import { cancelAll, check, isWatched, payAgain, place } from './journeys'
import { canMoveThere, moveThere } from './midtrans'
import { type Attempt, hear, hearCharge, type Order, type World } from './model'

/** The entry that a number means. */
export function pick<T>(list: readonly T[], number: number): T | undefined {
  return list[number % list.length]
}

/** What the world may look like after a command: one way, or two when two things happened at once. */
export function foresee(world: World, command: Command): World[] {
  if (command.do !== 'race') return [after(world, command)]
  const { order, moves, first, second } = command
  const before = moves.reduce((each, move) => after(each, { do: 'move', order, ...move }), world)
  const inTurn = (...both: [Told, Told]) =>
    both.reduce((each, told) => after(each, { ...told, do: 'notify', order, times: 1 }), before)
  return [inTurn(first, second), inTurn(second, first)]
}

function after(before: World, command: Command): World {
  const world = structuredClone(before)
  if (command.do === 'place') place(world, command.line)
  if (command.do === 'late answers') hearHeld(world)
  const order = 'order' in command ? pick(world.orders, command.order) : undefined
  if (!order) return world
  const attempt = 'attempt' in command ? pick(order.attempts, command.attempt) : undefined
  if (command.do === 'pay again') payAgain(world, order, command.line)
  if (command.do === 'cancel') cancelAll(world, order, command.line)
  if (command.do === 'wait') passTime(order, command.minutes)
  if (command.do === 'sweep') {
    for (const due of order.attempts.filter(isWatched)) {
      if (isWatched(due)) check(world, order, due, command.line)
    }
  }
  if (!attempt) return world
  if (command.do === 'move' && canMoveThere(attempt, command.to)) {
    moveThere(world, attempt, command.to)
  }
  if (command.do === 'notify') {
    const news = pick(attempt.told.toReversed(), command.which)
    if (news) hear(world, order, attempt, news)
  }
  if (command.do === 'forge') mark(attempt, forgeryMarks[command.how])
  return world
}

function passTime(order: Order, minutes: number): void {
  for (const attempt of order.attempts) {
    attempt.isKeyForgotten = attempt.wasCharged
    if (minutes < 15) continue
    Object.assign(attempt, { isForgotten: true, isOverdue: attempt.told.length > 0 })
  }
}

/** What a body contradicts is noted once; one without a signature, or of another order, leaves no trace. */
const forgeryMarks = {
  unsigned: undefined,
  stranger: undefined,
  amount: 'amount_differs',
  currency: 'currency_differs',
  word: 'status_code_differs',
} as const

function mark({ marks }: Attempt, reason: string | undefined): void {
  if (reason && !marks.includes(reason)) marks.push(reason)
}

function hearHeld(world: World): void {
  for (const order of world.orders) {
    for (const attempt of order.attempts) {
      if (attempt.isAnswerHeld) hearCharge(world, order, attempt)
      Object.assign(attempt, { isAnswerHeld: false, isLeaseLost: false })
    }
  }
}
