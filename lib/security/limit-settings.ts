import { z } from 'zod'

const count = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'is not a whole number above 0')
    .transform(Number)
    .optional(),
)

/** The variables by which a shop sets its own limits. */
export const limitVariables = {
  LIMIT_ORDERS: count,
  LIMIT_ORDERS_PER_CART: count,
  LIMIT_MISSED_LOOKUPS: count,
  LIMIT_BAD_SIGNATURES: count,
  LIMIT_STREAMS: count,
  LIMIT_STREAMS_PER_ORDER: count,
  LIMIT_IMAGES_PER_ORDER: count,
  LIMIT_CHANGES_PER_ORDER: count,
}

export type Limits = Record<keyof typeof limitVariables, number>

/**
 * By address and minute, but for the streams, which are open at the same time. Thousands of phones share one
 * address of a mobile network: docs/decisions/0015 says why each number is what it is.
 */
const forShops: Limits = {
  LIMIT_ORDERS: 60,
  LIMIT_ORDERS_PER_CART: 20,
  LIMIT_MISSED_LOOKUPS: 60,
  LIMIT_BAD_SIGNATURES: 60,
  LIMIT_STREAMS: 1_000,
  LIMIT_STREAMS_PER_ORDER: 20,
  LIMIT_IMAGES_PER_ORDER: 20,
  LIMIT_CHANGES_PER_ORDER: 20,
}

/** With the local Midtrans everybody who tests sits at one machine. */
const forTests: Limits = {
  LIMIT_ORDERS: 120,
  LIMIT_ORDERS_PER_CART: 120,
  LIMIT_MISSED_LOOKUPS: 300,
  LIMIT_BAD_SIGNATURES: 1_000,
  LIMIT_STREAMS: 300,
  LIMIT_STREAMS_PER_ORDER: 300,
  LIMIT_IMAGES_PER_ORDER: 300,
  LIMIT_CHANGES_PER_ORDER: 300,
}

export function chooseLimits(
  variables: { [name in keyof Limits]?: number | undefined },
  isLocal: boolean,
): Limits {
  const limits = isLocal ? forTests : forShops
  const names = Object.keys(limits) as (keyof Limits)[]
  return Object.fromEntries(
    names.map((name) => [name, variables[name] ?? limits[name]]),
  ) as unknown as Limits
}
