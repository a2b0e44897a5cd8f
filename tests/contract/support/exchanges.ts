import { type Answer, basic, type Client, type Json, newOrderId } from './client'

export type Exchange = { http: number; body: Json }

const transfer = (bank: string): Json => ({
  payment_type: 'bank_transfer',
  bank_transfer: { bank },
})

/**
 * What can be asked of a gateway without paying, by name: once each and one after the other, as the real
 * gateway is not for us alone. No order is left waiting.
 */
export async function makeExchanges(client: Client): Promise<Record<string, Exchange>> {
  const exchanges: Record<string, Exchange> = {}
  const keep = async (name: string, answer: Promise<Answer>): Promise<void> => {
    const { http, body } = await answer
    exchanges[name] = { http, body }
  }
  /** The same of a charge; false where this account has not activated the channel. */
  const keepCharge = async (name: string, answer: Promise<Answer>): Promise<boolean> => {
    await keep(name, answer)
    return exchanges[name]?.body.status_code !== '402'
  }
  const change = (orderId: string, action: string, body?: Json) =>
    client.post(`/v2/${orderId}/${action}`, body)

  const gopay = newOrderId()
  if (await keepCharge('charge-gopay', client.charge(gopay))) {
    await keep('status-pending', client.status(gopay))
    await keep('charge-again', client.charge(gopay))
    await keep('refund-unpaid', change(gopay, 'refund', { amount: 1000 }))
    await keep('cancel-gopay', change(gopay, 'cancel'))
    await keep('status-cancelled', client.status(gopay))
    await keep('expire-cancelled', change(gopay, 'expire'))
  }
  const qris = newOrderId()
  if (await keepCharge('charge-qris', client.charge(qris, { payment_type: 'qris' }))) {
    await keep('status-qris', client.status(qris))
    await keep('expire-qris', change(qris, 'expire'))
    await keep('status-expired', client.status(qris))
  }
  for (const bank of ['bca', 'bni', 'bri', 'permata']) {
    const orderId = newOrderId()
    if (await keepCharge(`charge-${bank}`, client.charge(orderId, transfer(bank)))) {
      await keep(`status-${bank}`, client.status(orderId))
      await keep(`cancel-${bank}`, change(orderId, 'cancel'))
    }
  }

  const unknown = newOrderId()
  await keep('status-unknown', client.status(unknown))
  await keep('cancel-unknown', change(unknown, 'cancel'))
  await keep('refund-unknown', change(unknown, 'refund', {}))
  const refused = (transaction_details: Json) => client.charge('', { transaction_details })
  await keep('charge-without-order-id', refused({ gross_amount: 44_000 }))
  await keep('charge-for-nothing', refused({ order_id: unknown, gross_amount: 0 }))
  await keep('charge-for-half-a-rupiah', refused({ order_id: unknown, gross_amount: 0.5 }))
  await keep('charge-too-long-order-id', client.charge('x'.repeat(51)))
  await keep('charge-strange-order-id', client.charge(`${newOrderId()} *`))
  const custom_expiry = { expiry_duration: 10, unit: 'second' }
  await keep('charge-too-short', client.charge(unknown, { custom_expiry }))
  await keep('charge-unknown-bank', client.charge(newOrderId(), transfer('none')))
  await keep('charge-not-json', client.post('/v2/charge', '{"payment_type":'))
  await keep('charge-null', client.post('/v2/charge', 'null'))
  const stranger = { Authorization: basic('SB-Mid-client-nobody') }
  await keep('charge-wrong-key', client.post('/v2/charge', {}, stranger))
  return exchanges
}
