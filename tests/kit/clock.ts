import { attemptId } from './shop-client'

/** Midtrans's clock for one order: nobody has to wait for a deadline. */
export type Clock = {
  /** Lets minutes go by; deadlines and confirmations that fall into them happen at once. */
  pass(minutes: number, orderId: string, attempt?: number): Promise<void>
}

export function createClock(
  advance: (seconds: number, midtransOrderId: string) => Promise<void>,
): Clock {
  return {
    pass: (minutes, orderId, attempt) => advance(minutes * 60, attemptId(orderId, attempt)),
  }
}
