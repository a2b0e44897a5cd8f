import 'server-only'
import type { MidtransErrorCode } from '@/lib/midtrans/result'
import { type AppliedFact, applyPaymentFact } from './apply-payment-fact'

/**
 * Ends an attempt that Midtrans has no transaction for: its charge was refused or never arrived. Only
 * Midtrans itself ends a transaction that exists.
 */
export function endByShop(
  payment: { midtransOrderId: string },
  status: 'failure' | 'cancel',
  refusal?: MidtransErrorCode,
): Promise<AppliedFact> {
  return applyPaymentFact({
    source: 'shop',
    midtransOrderId: payment.midtransOrderId,
    status,
    statusTold: status,
    refusal,
    body: JSON.stringify({ status, refusal }),
  })
}
