/** One thing that happened to an order, as its timeline shows it: without keys, signatures and people. */
export type TimelineEntry = {
  /** The event's id; `placed` for the order itself. */
  id: string
  /** ISO 8601, by the database's clock. */
  at: string
  /** Milliseconds since the order was placed. */
  afterMs: number
  kind: EntryKind
  /** Which call, or what the shop did: `charge`, `status`, `cancel`, `expire`, `refund`, `shop`, … */
  about: string
  /** Which attempt to pay; null for the order itself. */
  attempt: number | null
  /** The process that wrote it down. */
  instance: string | null
  /** How long Midtrans took to answer. */
  durationMs: number | null
  /** The status that was told, and the one that the payment had at that moment. */
  told: string | null
  seen: string | null
  /** What was decided, in the words of applyPaymentFact, and the rule that decided. */
  verdict: string | null
  reason: string | null
  /** The body, redacted; null when there is none. */
  body: unknown
  /** The command that repeats a call. */
  curl: string | null
}

export type EntryKind =
  | 'placed'
  /** A call to Midtrans, and its answer; `error` is an answer that is no transaction, or none. */
  | 'call'
  | 'answer'
  | 'error'
  | 'notification'
  /** A stored notification, decided on once more. */
  | 'replay'
  /** The shop ended an attempt itself. */
  | 'decision'
  /** Somebody wanted something of the shop and did not get it. */
  | 'refused'

/** One attempt to pay, and what may be done to it. */
export type TimelineAttempt = {
  attempt: number
  midtransOrderId: string
  status: string
  paymentType: string
  /** Rupiah. */
  grossAmount: number
  refunded: number
  /** Rupiah that may still be given back; 0 for what is not paid. */
  left: number
}

/** What happened to an order, oldest first. */
export type Timeline = {
  orderId: string
  status: string
  environment: string
  grossAmount: number
  attempts: TimelineAttempt[]
  /** Entries that are not shown because there are too many, between the first and the rest. */
  omitted: number
  entries: TimelineEntry[]
}
