import { randomUUID } from 'node:crypto'
import type { AnswerFault } from '../faults/fault'
import { announce } from '../notifications/announce'
import type { Sandbox } from '../sandbox'
import { schedule } from '../schedule'
import type { Merchant, Transaction } from '../store/records'
import { addTransaction, findOwn } from '../store/transactions'
import { chargeBody } from '../transactions/bodies'
import { readCurrent } from '../transactions/move'
import { type Answer, channelInactive, invalidPayload, orderIdTaken } from './answers'
import { type ChargeRequest, chargeRequestSchema } from './charge-request'
import { expiryOf } from './expiry'

export type ChargeContext = { baseUrl: string; appendUrls: string[]; overrideUrls: string[] }

/** POST /v2/charge for gopay and qris. Call inside `store.write`. */
export function charge(
  sandbox: Sandbox,
  merchant: Merchant,
  input: unknown,
  context: ChargeContext,
  fault: AnswerFault['fault'] | undefined,
): Answer {
  if (fault === 'validation_400') return invalidPayload(['Malformed data'])
  const parsed = chargeRequestSchema.safeParse(input)
  if (!parsed.success) {
    return invalidPayload([...new Set(parsed.error.issues.map(({ message }) => message))])
  }
  const request = parsed.data
  const orderId = request.transaction_details.order_id
  const now = sandbox.clock.now(orderId)
  const expiresAt = expiryOf(request, now)
  if (expiresAt === 'too_soon') {
    return invalidPayload(['custom_expiry is below minimum threshold'])
  }
  const channel = request.payment_type
  const isActive =
    (channel === 'gopay' || channel === 'qris') && !merchant.inactiveChannels.includes(channel)
  if (!isActive || fault === 'inactive_402') return channelInactive()
  if (isTaken(sandbox, merchant, orderId)) return orderIdTaken()

  if (!sandbox.store.merchants.doesExist(merchant.merchantId)) {
    sandbox.store.merchants.put(merchant.merchantId, merchant)
  }
  const transaction = addTransaction(sandbox.store, {
    ...fieldsOf(request, merchant),
    ...context,
    orderId,
    chargedAs: channel,
    paymentType: channel,
    ...(channel === 'qris' && { acquirer: request.qris?.acquirer ?? 'gopay' }),
    status: fault === 'deny' ? 'deny' : 'pending',
    ...(fault === 'deny' && { denial: { code: '201', message: 'Insufficient balance' } }),
    createdAt: now,
    expiresAt,
  })
  schedule(sandbox, orderId, expiresAt, 'expire', transaction.transactionId)
  announce(sandbox, transaction)
  return { http: 200, body: chargeBody(transaction, merchant) }
}

/** An order id is free again once its transaction was cancelled or has expired (docs.midtrans.com, FAQ). */
function isTaken(sandbox: Sandbox, merchant: Merchant, orderId: string): boolean {
  const earlier = findOwn(sandbox.store, merchant.merchantId, orderId)
  const current = earlier && readCurrent(sandbox, earlier.transactionId)
  return current !== undefined && current.status !== 'cancel' && current.status !== 'expire'
}

function fieldsOf(request: ChargeRequest, merchant: Merchant) {
  const { gopay, customer_details: customer, item_details: items, metadata } = request
  const callbackUrl = gopay?.enable_callback ? gopay.callback_url || merchant.finishUrl : undefined
  const customFields = Object.fromEntries(
    (['custom_field1', 'custom_field2', 'custom_field3'] as const).flatMap((name) => {
      const value = request[name]
      return value ? [[name, value] as const] : []
    }),
  )
  return {
    transactionId: randomUUID(),
    reference: randomUUID(),
    merchantId: merchant.merchantId,
    grossAmount: request.transaction_details.gross_amount,
    ...(request.payment_type === 'gopay' && callbackUrl && { callbackUrl }),
    ...(customer && { customer }),
    ...(items && {
      items: items.map(({ name, price, quantity }) => ({ name, price, quantity })),
    }),
    customFields,
    ...(metadata && { metadata }),
    refunds: [],
  } satisfies Partial<Transaction>
}
