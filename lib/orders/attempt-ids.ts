/** By what log lines name an attempt to pay. */
export type AttemptIds = { orderId: string; paymentId: string; attempt: number }

type Payment = { id: string; orderId: string; attempt: number }

/** The ids of a payment, or of who has a claim to work on one, for a log line. */
export function idsOf(named: Payment | AttemptIds): AttemptIds {
  const { orderId, attempt } = named
  return { orderId, paymentId: 'id' in named ? named.id : named.paymentId, attempt }
}
