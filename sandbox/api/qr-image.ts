import { type Context, Hono } from 'hono'
import { describeSubject } from '../faults/fault-book'
import { buildQris } from '../qris/build'
import { drawFramedQr } from '../qris/frame'
import { drawQr } from '../qris/image'
import type { Sandbox } from '../sandbox'
import type { Merchant, Transaction } from '../store/records'
import { findAny } from '../store/transactions'
import { readCurrent } from '../transactions/move'
import { findByQrCodeId } from '../transactions/qr-code-id'
import { unknownTransaction } from './answers'
import { findMerchantById } from './merchants'
import { type Env, replyWithFault, toReply } from './reply'

type Draw = (transaction: Transaction, merchant: Merchant) => Buffer | Promise<Buffer>

const plain: Draw = (transaction, merchant) => drawQr(buildQris(transaction, merchant))

/** The codes of `generate-qr-code`, under /v2. */
export function qrApi(sandbox: Sandbox): Hono<Env> {
  const api = new Hono<Env>()
  api.get('/:channel{gopay|qris}/:id/qr-code', (c) => {
    const id = c.req.param('id')
    return sendQr(sandbox, c, id, findAny(sandbox.store, id), plain)
  })
  api.get('/qris/shopeepay/:id{sppq_.+}/qr-code', (c) => {
    const id = c.req.param('id').slice('sppq_'.length)
    return sendQr(sandbox, c, id, findAny(sandbox.store, id), plain)
  })
  return api
}

/** The framed codes of `generate-qr-code-v2`, under /v4. */
export function framedQrApi(sandbox: Sandbox): Hono<Env> {
  const api = new Hono<Env>()
  for (const path of ['/qris/:id/qr-code', '/qris/gopay/:id/qr-code']) {
    api.get(path, (c) => {
      const id = c.req.param('id') ?? ''
      return sendQr(sandbox, c, id, findByQrCodeId(sandbox.store, id), drawFramedQr)
    })
  }
  return api
}

/** A PNG without asking for a key: shops put its address into an `<img>`. Only what waits can be scanned. */
function sendQr(
  sandbox: Sandbox,
  c: Context<Env>,
  id: string,
  found: Transaction | undefined,
  draw: Draw,
): Promise<Response> {
  const subject = describeSubject(found?.orderId ?? id, found?.customer)
  const fault = sandbox.faults.takeForAnswer('qr', subject)
  return replyWithFault(c, fault, async () => {
    const current = found && readCurrent(sandbox, found.transactionId)
    if (current?.status !== 'pending' || current.chargedAs === 'bank_transfer') {
      return toReply({ ...unknownTransaction(), http: 404 })
    }
    const png = await draw(current, findMerchantById(sandbox, current.merchantId))
    c.header('Cache-Control', 'no-store')
    return { http: 200, contentType: 'image/png', content: new Uint8Array(png) }
  })
}
