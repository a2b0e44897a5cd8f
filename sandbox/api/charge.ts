import { randomUUID } from 'node:crypto'
import type { AnswerFault } from '../faults/fault'
import { announce } from '../notifications/announce'
import type { Sandbox } from '../sandbox'
import type { Merchant, PaymentType, Transaction } from '../store/records'
import { addTransaction, findOwn } from '../store/transactions'
import { remindOfDeadline } from '../transactions/deadline'
import { readCurrent } from '../transactions/move'
import { type Answer, channelInactive, invalidPayload, orderIdTaken } from './answers'
import { chargeBody } from './bodies'
import { type ChargeRequest, chargeRequestSchemas } from './charge-request'
import { expiryOf } from './expiry'
import { virtualAccountNumber } from './virtual-account'

export type ChargeContext = { baseUrl: string; appendUrls: string[]; overrideUrls: string[] }

/** POST /v2/charge. Call inside `store.write`. */
export function charge(
  sandbox: Sandbox,
  merchant: Merchant,
  input: unknown,
  context: ChargeContext,
  fault: AnswerFault['fault'] | undefined,
): Answer {
  if (fault === 'validation_400') return invalidPayload(['Malformed data'])
  const parsed = chargeRequestSchemas[merchant.orderIds].safeParse(input)
  if (!parsed.success) {
    return invalidPayload([...new Set(parsed.error.issues.map(({ message }) => message))])
  }
  const request = parsed.data
  const orderId = request.transaction_details.order_id
  const channel = channelOf(request.payment_type)
  if (!channel || merchant.inactiveChannels.includes(channel) || fault === 'inactive_402') {
    return channelInactive()
  }
  const acquirer = channel === 'qris' ? (request.qris?.acquirer ?? 'gopay') : undefined
  const now = sandbox.clock.now(orderId)
  const expiresAt = expiryOf(request, channel, acquirer, now)
  if (expiresAt === 'too_soon') {
    return invalidPayload(['custom_expiry is below minimum threshold'])
  }
  if (isTaken(sandbox, merchant, orderId)) return orderIdTaken()

  if (!sandbox.store.merchants.doesExist(merchant.merchantId)) {
    sandbox.store.merchants.put(merchant.merchantId, merchant)
  }
  const transaction = addTransaction(sandbox.store, {
    ...fieldsOf(request, merchant),
    ...channelFields(request, channel, merchant),
    ...context,
    orderId,
    chargedAs: channel,
    paymentType: channel,
    ...(acquirer && { acquirer }),
    status: fault === 'deny' ? 'deny' : 'pending',
    ...(fault === 'deny' && { denial: { code: '201', message: 'Insufficient balance' } }),
    createdAt: now,
    expiresAt,
  })
  remindOfDeadline(sandbox, transaction)
  announce(sandbox, transaction)
  return { http: 200, body: chargeBody(transaction, merchant) }
}

/** The channel that this sandbox has for a payment type, if any. */
function channelOf(paymentType: string): PaymentType | undefined {
  switch (paymentType) {
    case 'gopay':
    case 'qris':
    case 'bank_transfer':
      return paymentType
    case 'permata':
      return 'bank_transfer'
    default:
      return undefined
  }
}

/** An order id is free again once its transaction was cancelled or has expired (docs.midtrans.com, FAQ). */
function isTaken(sandbox: Sandbox, merchant: Merchant, orderId: string): boolean {
  const earlier = findOwn(sandbox.store, merchant.merchantId, orderId)
  const current = earlier && readCurrent(sandbox, earlier.transactionId)
  return current !== undefined && current.status !== 'cancel' && current.status !== 'expire'
}

function channelFields(
  { gopay, bank_transfer: transfer }: ChargeRequest,
  channel: PaymentType,
  merchant: Merchant,
): Partial<Transaction> {
  if (channel === 'gopay') {
    const callbackUrl = gopay?.enable_callback
      ? gopay.callback_url || merchant.finishUrl
      : undefined
    return { ...(callbackUrl && { callbackUrl }), ...(gopay?.pre_auth && { preAuth: true }) }
  }
  if (channel === 'bank_transfer') {
    // Without a bank it is Permata's: the vendor's Go suite and the oldest recordings charge so.
    const bank = transfer?.bank ?? 'permata'
    return { virtualAccount: { bank, number: virtualAccountNumber(bank, transfer?.va_number) } }
  }
  return {}
}

function fieldsOf(request: ChargeRequest, merchant: Merchant) {
  const { customer_details: customer, item_details: items, metadata } = request
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
    ...(customer && { customer }),
    ...(items && {
      items: items.map(({ name, price, quantity }) => ({ name, price, quantity })),
    }),
    customFields,
    ...(metadata && { metadata }),
    refunds: [],
  } satisfies Partial<Transaction>
}
