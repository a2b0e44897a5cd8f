import 'server-only'
import { env } from '@/lib/env'

/** Every delay of the domain, in seconds. */
const seconds = {
  /**
   * How long a process may work on a payment before another may take it over. Longer than one call to
   * Midtrans, and renewed before each.
   */
  lease: 12,
  /** The first Get Status of a pending payment, and the ones after it. */
  firstCheck: 60,
  nextCheck: 300,
  /** Midtrans expires in batches: asking at the very second would find the payment still pending. */
  afterExpiry: 5,
  /** After a call that Midtrans did not answer. */
  retry: 15,
  /** The same for a charge in its first minute, whose shopper waits for the code. */
  chargeRetry: 5,
  /**
   * Between two questions for the status of one transaction: Midtrans asks for ten seconds
   * (docs.midtrans.com, Technical FAQ), and one is for the way there.
   */
  statusPause: 11,
  /** How long no call is made once Midtrans has gone, before one may try (lib/gateway.ts). */
  circuitOpen: 5,
  /** Pause between two sweeps. */
  sweep: 2,
} as const

/**
 * How long Midtrans gives the first answer again for the same Idempotency-Key: five minutes
 * (docs.midtrans.com, API Headers), less what one call may take.
 */
export const IDEMPOTENCY_KEY_SECONDS = 5 * 60 - 20

/** How long a shopper has to pay, in minutes: Midtrans's own default for GoPay and QRIS. */
export const PAYMENT_MINUTES = 15

/** A delay in seconds, as this process's SCHEDULE_SCALE has it. */
export function delay(name: keyof typeof seconds): number {
  return seconds[name] * env().SCHEDULE_SCALE
}
