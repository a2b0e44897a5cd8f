import { z } from 'zod'

const pattern = z.string().min(1).max(120)

export const faultMatchSchema = z
  .strictObject({ order_id: pattern, email: pattern, name: pattern })
  .partial()
  .refine((match) => Object.keys(match).length > 0, 'match needs order_id, email or name')

const anyAnswer = [
  'slow_before',
  'slow_after',
  'reset_before',
  'reset_after',
  'status_500',
  'status_503',
  'status_429',
  'html',
  'truncated_json',
] as const
const anyBody = [...anyAnswer, 'wrong_amount', 'unknown_fields'] as const
const chargeOnly = [
  'missing_actions',
  'unknown_action',
  'deny',
  'validation_400',
  'inactive_402',
] as const
const onNotification = [
  'drop',
  'delay',
  'duplicate',
  'reverse',
  'bad_signature',
  'wrong_amount',
  'garbage',
  'content_type',
] as const

/** What can go wrong where. */
export const faultNames = {
  charge: [...anyBody, ...chargeOnly],
  status: anyBody,
  cancel: anyBody,
  expire: anyBody,
  capture: anyBody,
  refund: [...anyBody, 'refund_denied'],
  qr: anyAnswer,
  notification: onNotification,
} as const

const common = {
  match: faultMatchSchema,
  /** How often the fault applies; always when left out. */
  times: z.int().min(1).max(1_000_000).optional(),
  delay_ms: z.int().min(0).max(3_600_000).optional(),
}

/** One of these names; whoever writes another is told which there are. */
const oneOf = <const T extends readonly string[]>(names: T) =>
  z.enum(names, `is not one of ${names.join(', ')}`)

export const faultSchema = z.discriminatedUnion(
  'on',
  [
    z.strictObject({ ...common, on: z.literal('charge'), fault: oneOf(faultNames.charge) }),
    z.strictObject({
      ...common,
      on: z.enum(['status', 'cancel', 'expire']),
      fault: oneOf(anyBody),
    }),
    z.strictObject({ ...common, on: z.literal('capture'), fault: oneOf(faultNames.capture) }),
    z.strictObject({ ...common, on: z.literal('refund'), fault: oneOf(faultNames.refund) }),
    z.strictObject({ ...common, on: z.literal('qr'), fault: oneOf(faultNames.qr) }),
    z.strictObject({
      ...common,
      on: z.literal('notification'),
      fault: oneOf(faultNames.notification),
      /** Only notifications of this transaction_status, so that a charge's own `pending` is left alone. */
      transaction_status: z.string().min(1).max(20).optional(),
      /** How many a `duplicate` sends in all. */
      copies: z.int().min(2).max(20).optional(),
    }),
  ],
  {
    error: ({ code }) =>
      code === 'invalid_union' ? `is not one of ${Object.keys(faultNames).join(', ')}` : undefined,
  },
)

export type FaultMatch = z.infer<typeof faultMatchSchema>
export type Fault = z.infer<typeof faultSchema>
export type NotificationFault = Extract<Fault, { on: 'notification' }>
export type AnswerFault = Exclude<Fault, NotificationFault>
export type FaultSubject = {
  orderId: string
  email?: string | undefined
  name?: string | undefined
}

/** Exact, or a prefix when the pattern ends in `*`. Every field that is given has to match. */
export function matches(match: FaultMatch, subject: FaultSubject): boolean {
  return (
    fits(match.order_id, subject.orderId) &&
    fits(match.email, subject.email) &&
    fits(match.name, subject.name)
  )
}

function fits(pattern: string | undefined, value: string | undefined): boolean {
  if (pattern === undefined) return true
  if (value === undefined) return false
  return pattern.endsWith('*') ? value.startsWith(pattern.slice(0, -1)) : value === pattern
}

/** A text that is the same for matches that mean the same. */
export function matchKey({ order_id, email, name }: FaultMatch): string {
  return JSON.stringify([order_id ?? null, email ?? null, name ?? null])
}
