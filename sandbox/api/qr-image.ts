import type { Context } from 'hono'
import { describeSubject } from '../faults/fault-book'
import { buildQris } from '../qris/build'
import { drawQr } from '../qris/image'
import type { Sandbox } from '../sandbox'
import { findAny } from '../store/transactions'
import { isOverdue } from '../transactions/move'
import { unknownTransaction } from './answers'
import { findMerchantById } from './merchants'
import { type Env, replyWithFault, toReply } from './reply'

/** The QR as a PNG. It needs no key: shops put its address into an `<img>`. Only what waits can be scanned. */
export async function qrImage(sandbox: Sandbox, c: Context<Env>, id: string): Promise<Response> {
  const transaction = findAny(sandbox.store, id)
  const subject = describeSubject(transaction?.orderId ?? id, transaction?.customer)
  const fault = sandbox.faults.takeForAnswer('qr', subject)
  return replyWithFault(c, fault, async () => {
    if (transaction?.status !== 'pending' || isOverdue(sandbox, transaction)) {
      return toReply({ ...unknownTransaction(), http: 404 })
    }
    const merchant = findMerchantById(sandbox, transaction.merchantId)
    const png = await drawQr(buildQris(transaction, merchant))
    c.header('Cache-Control', 'no-store')
    return { http: 200, contentType: 'image/png', content: new Uint8Array(png) }
  })
}
