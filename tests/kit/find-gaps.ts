/** These tell of an order as a whole, or of what somebody else named: there is no payment, or none is known. */
const WITHOUT_PAYMENT = [
  'order.visit_failed',
  'payment.not_hastened',
  'live.read_failed',
  'request.failed',
  'notification.refused',
  'notification.not_stored',
]

/** These are always of one payment, and say so even where they name nothing. */
const OF_PAYMENT =
  /^(?:payment|charge|sweep)\.|^midtrans\.(?:refused|no_answer)$|^order\.(?:placed|paid|visit_check_failed)$/

const ALL_IDS = ['orderId', 'paymentId', 'attempt', 'requestId'] as const

/** Which ids a log line about a payment should have and has not. */
export function findGaps(line: string, ids: readonly string[] = ALL_IDS): string[] {
  const told = readLine(line)
  // What a command prints is JSON too, but no event.
  if (typeof told?.event !== 'string') return []
  const namesOne = told.orderId !== undefined || told.paymentId !== undefined
  const isOfPayment =
    (namesOne || OF_PAYMENT.test(told.event)) &&
    !WITHOUT_PAYMENT.includes(told.event) &&
    told.verdict !== 'unknown_order'
  const missing = isOfPayment ? ids.filter((id) => told[id] === undefined) : []
  return missing.length > 0 ? [`no ${missing.join(' and no ')} in ${line.slice(0, 300)}`] : []
}

function readLine(line: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
