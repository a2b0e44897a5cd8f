import type { Json } from './client'

/** For how many seconds a charge may be paid, by its answer. */
export function lifeOf({ expiry_time, transaction_time }: Json): number {
  return (Date.parse(String(expiry_time)) - Date.parse(String(transaction_time))) / 1000
}
