import {
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  isBrokenCircuitError,
} from 'cockatiel'
import { type MidtransErrorCode, type MidtransResult, notSent } from './result'

/**
 * What says that Midtrans is away or drowning. A refusal, a 429 and an answer that nobody can read come
 * promptly: waiting for them costs a shopper nothing.
 */
const AWAY: ReadonlySet<MidtransErrorCode> = new Set([
  'timeout',
  'connection_lost',
  'unreachable',
  'gateway_error',
])

/** The call was not made after all. It says nothing of Midtrans, so it counts neither way. */
class NotMade extends Error {}

type Options = {
  /** How many calls must fail in a row before the next ones are held back. */
  failuresInARow: number
  /** How long they are held back before one call may try. */
  halfOpenAfterMs: number
  /** Called once when Midtrans has gone, with the last failure, and once when it is back. */
  onOpen(code: MidtransErrorCode): void
  onClose(): void
}

export type CircuitBreaker = {
  /** Makes the call, or says `not_sent` at once while Midtrans is away. A call may say `not_sent` itself. */
  run<T>(call: () => Promise<MidtransResult<T>>): Promise<MidtransResult<T>>
  /** Whether Midtrans is away, as far as this process knows. */
  isOpen(): boolean
}

/** Keeps callers from waiting for a gateway that does not answer. A courtesy, in the memory of one process. */
export function createCircuitBreaker(options: Options): CircuitBreaker {
  let isOpen = false
  let lastCode: MidtransErrorCode = 'timeout'
  const policy = circuitBreaker(
    // While the breaker is closed a thrown error is not counted; a try that ends in one was none.
    handleWhen(() => isTrying()).orWhenResult((result) =>
      isAway(result as MidtransResult<unknown>),
    ),
    {
      halfOpenAfter: options.halfOpenAfterMs,
      breaker: new ConsecutiveBreaker(options.failuresInARow),
    },
  )
  // It also breaks again after each try that fails: that is no news.
  policy.onBreak(() => {
    if (!isOpen) options.onOpen(lastCode)
    isOpen = true
  })
  policy.onReset(() => {
    isOpen = false
    options.onClose()
  })

  function isTrying(): boolean {
    return policy.state === CircuitState.HalfOpen
  }

  function isAway(result: MidtransResult<unknown>): boolean {
    if (result.ok || !AWAY.has(result.error.code)) return false
    lastCode = result.error.code
    return true
  }

  return {
    isOpen: () => isOpen,
    async run(call) {
      // One call is trying. The policy would let the others wait for its end.
      if (isTrying()) return { ok: false, error: notSent }
      try {
        return await policy.execute(async () => {
          const result = await call()
          if (!result.ok && result.error.code === 'not_sent') throw new NotMade()
          return result
        })
      } catch (error) {
        const isNotMade = error instanceof NotMade || isBrokenCircuitError(error)
        if (isNotMade) return { ok: false, error: notSent }
        throw error
      }
    },
  }
}
