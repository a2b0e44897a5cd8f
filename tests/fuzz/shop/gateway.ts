import { type HttpServer, sendJson, serveHttp } from '../../kit/http-server'
import { type MadeOrder, makeOrder } from '../../kit/orders'
import type { TestShop } from '../../kit/shop'

const PNG = Buffer.from('89504e470d0a1a0a', 'hex')

/** A gateway that has an image for every code, and knows of no transaction: nothing that is asked changes anything. */
export async function startGateway(): Promise<HttpServer> {
  return serveHttp(({ path }, response) => {
    if (path.endsWith('/qr-code')) response.writeHead(200, { 'Content-Type': 'image/png' }).end(PNG)
    else sendJson(response, 404, { status_code: '404', status_message: 'No such transaction.' })
  })
}

/** An order that waits for its payment during the whole run, with a code and a wallet to open. */
export async function makePayable(shop: TestShop, gatewayUrl: string): Promise<MadeOrder> {
  const order = await makeOrder(shop, { status: 'created' })
  const { transactionId } = order
  const charged = {
    status_code: '201',
    status_message: 'GoPay transaction is created',
    transaction_id: transactionId,
    order_id: order.midtransOrderId,
    gross_amount: `${order.grossAmount}.00`,
    currency: 'IDR',
    payment_type: 'gopay',
    transaction_time: '2026-11-22 10:00:00',
    transaction_status: 'pending',
    fraud_status: 'accept',
    actions: [
      { name: 'generate-qr-code', url: `${gatewayUrl}/v2/gopay/${transactionId}/qr-code` },
      {
        name: 'deeplink-redirect',
        url: `${gatewayUrl}/gopay/partner/app/payment-pin?id=${transactionId}`,
      },
    ],
  }
  await shop.sql(
    `UPDATE payment SET status = 'pending', transaction_id = $2, charge_response = $3,
       charged_at = now(), expires_at = now() + interval '12 hours' WHERE id = $1`,
    [order.paymentId, transactionId, JSON.stringify(charged)],
  )
  return order
}
