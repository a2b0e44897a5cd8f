import 'server-only'
import { env } from './env'
import { log } from './log'
import { type CircuitBreaker, createCircuitBreaker } from './midtrans/circuit-breaker'
import { createMidtransClient, type MidtransClient } from './midtrans/client'
import { type AllowedSources, allowedSources } from './midtrans/hosts'
import type { MidtransResult } from './midtrans/result'
import { delay } from './orders/schedule'

/** Longer than Midtrans usually takes, shorter than a shopper waits. */
const TIMEOUT_MS = 8_000

/** More than a hiccup, few enough that hardly anyone waits in vain (docs/decisions/0008). */
const FAILURES_IN_A_ROW = 5

type Gateway = { client: MidtransClient; breaker: CircuitBreaker }

// One per process, whichever of Next's bundles asks: see lib/db.ts.
const shared = globalThis as typeof globalThis & { tokokuGateway?: Gateway }

function gateway(): Gateway {
  shared.tokokuGateway ??= {
    client: createMidtransClient({
      apiUrl: env().MIDTRANS_API_URL,
      serverKey: env().MIDTRANS_SERVER_KEY,
      timeoutMs: TIMEOUT_MS,
    }),
    breaker: createCircuitBreaker({
      failuresInARow: FAILURES_IN_A_ROW,
      halfOpenAfterMs: delay('circuitOpen') * 1000,
      onOpen: (code) => log('error', 'midtrans.away', { code, url: env().MIDTRANS_API_URL }),
      onClose: () => log('warn', 'midtrans.back'),
    }),
  }
  return shared.tokokuGateway
}

/**
 * Makes a call to Midtrans with this shop's account and environment. While Midtrans is away it is not
 * made: the answer is `not_sent`, at once.
 */
export function throughGateway<T>(
  call: (client: MidtransClient) => Promise<MidtransResult<T>>,
): Promise<MidtransResult<T>> {
  const { client, breaker } = gateway()
  return breaker.run(() => call(client))
}

/** Whether Midtrans has stopped answering this process. For words on a page: nothing may rest on it. */
export function isGatewayAway(): boolean {
  return gateway().breaker.isOpen()
}

/** Where QR images and deeplinks of this environment may point. */
export function gatewaySources(): AllowedSources {
  return allowedSources(env().MIDTRANS_ENV, env().MIDTRANS_API_URL)
}
