import { type Line, moveThere } from './midtrans'
import {
  type Attempt,
  charge,
  giveUp,
  hear,
  isOpen,
  type Order,
  openAttempt,
  type World,
  withdraw,
} from './model'

export const MAX_ORDERS = 3

/** Whether the worker will look at it again. */
export function isWatched({ status, doubt }: Attempt): boolean {
  return isOpen(status) || doubt === true
}

export function place(world: World, line: Line): void {
  if (world.orders.length === MAX_ORDERS || world.stock === 0) return
  const order: Order = {
    status: 'pending',
    attempts: [],
    payers: [],
    holdsStock: false,
    paidLate: false,
    becamePaid: false,
  }
  const attempt = openAttempt(world, order)
  world.orders.push(order)
  if (attempt) charge(world, order, attempt, line)
}

export function payAgain(world: World, order: Order, line: Line): void {
  const before = order.status
  if (before === 'pending' || order.payers.length > 0) return
  if (!cancelAll(world, order, line) || order.status !== before) return
  const attempt = openAttempt(world, order)
  if (attempt) charge(world, order, attempt, line)
}

/** Returns whether Midtrans answered every time. */
export function cancelAll(world: World, order: Order, line: Line): boolean {
  return order.attempts
    .filter(({ status }) => isOpen(status))
    .every((attempt) => withdraw(world, order, attempt, line))
}

/** The worker's look at one attempt. */
export function check(world: World, order: Order, attempt: Attempt, line: Line): void {
  const { doubt } = attempt
  Object.assign(attempt, { doubt: false, isLeaseLost: attempt.isAnswerHeld })
  if (!bringUpToDate(world, order, attempt, line)) attempt.doubt ||= doubt === true
}

/** Returns whether Midtrans answered. */
function bringUpToDate(world: World, order: Order, attempt: Attempt, line: Line): boolean {
  const wasOpen = isOpen(attempt.status)
  const isSuperseded = order.payers.length > 0 || attempt !== order.attempts.at(-1)
  if (wasOpen && isSuperseded) return withdraw(world, order, attempt, line)
  const needsCode = wasOpen && attempt.status !== 'authorize'
  if (needsCode && !attempt.hasCode) return obtainCharge(world, order, attempt, line)
  if (line !== 'up') return false
  const last = attempt.told.at(-1)
  if (!last) return true
  hear(world, order, attempt, last, true)
  if (!isOpen(last.status)) return true
  // Given up here, or past its time: nobody may pay it any more.
  if (!wasOpen) endThere(world, order, attempt, 'cancel')
  else if (attempt.isOverdue) endThere(world, order, attempt, 'expire')
  return true
}

function obtainCharge(world: World, order: Order, attempt: Attempt, line: Line): boolean {
  if (!attempt.wasCharged && attempt.isForgotten) giveUp(world, order, attempt, 'failure')
  else if (!attempt.wasCharged || !attempt.isKeyForgotten) {
    charge(world, order, attempt, line)
    return line === 'up'
  } else if (line !== 'up') return false
  else askWhetherCharged(world, order, attempt)
  return true
}

/** Midtrans has forgotten the key, so only its word on the transaction can help. */
function askWhetherCharged(world: World, order: Order, attempt: Attempt): void {
  const last = attempt.told.at(-1)
  if (last) {
    hear(world, order, attempt, last, true)
    if (isOpen(attempt.status) && !attempt.hasCode) replace(world, order, attempt)
  } else if (attempt.isForgotten) {
    giveUp(world, order, attempt, 'failure')
  } else {
    attempt.wasCharged = false
    charge(world, order, attempt, 'up')
  }
}

/** The code was in the lost answer and is never told again: another attempt must have one. There is no third. */
function replace(world: World, order: Order, attempt: Attempt): void {
  const before = order.attempts[order.attempts.indexOf(attempt) - 1]
  const isSecond = before?.wasCharged && !before.hasCode
  const next = !isSecond && order.status === 'pending' && openAttempt(world, order)
  if (next) charge(world, order, next, 'up')
  withdraw(world, order, attempt, 'up')
}

function endThere(world: World, order: Order, attempt: Attempt, status: 'cancel' | 'expire'): void {
  if (!isOpen(attempt.told.at(-1)?.status)) return
  moveThere(world, attempt, status)
  const last = attempt.told.at(-1)
  if (last) hear(world, order, attempt, last)
}
