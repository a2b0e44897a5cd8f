/** How much happens in a storm. */
export type Size = {
  orders: number
  /** All that are posted: Midtrans's own, their copies, and the forged ones. */
  notifications: number
  /** SIGKILLs of a process of the shop. */
  kills: number
  /** `-m immediate` stops of Postgres. */
  databaseStops: number
  /** Shoppers in the shop at the same time. */
  crowd: number
}

export const sizes = {
  small: { orders: 30, notifications: 300, kills: 3, databaseStops: 1, crowd: 10 },
  usual: { orders: 500, notifications: 5_000, kills: 20, databaseStops: 5, crowd: 20 },
  large: { orders: 10_000, notifications: 100_000, kills: 20, databaseStops: 5, crowd: 24 },
} satisfies Record<string, Size>

export const FORGED_SHARE = 0.05
/** Of the orders that may be paid, those of which something is given back. */
export const REFUND_SHARE = 0.3
/** Of the calls to Midtrans. */
export const FAULT_SHARE = 0.3
