import type { Context } from 'hono'
import type { Env } from '../api/reply'
import type { Sandbox } from '../sandbox'
import type { Transaction } from '../store/records'
import { readCurrent } from '../transactions/move'
import { payByDeeplink, payByScan } from '../transactions/pay'
import type { Messages } from './english'
import { findCode } from './find-code'
import { readForm } from './read-form'

/** What the phone shows is in the address: a code that was read, the transaction it means, the step it is at. */
export type ScannerState = {
  /** Only codes whose order id starts so are offered. */
  start: string
  pasted: string | undefined
  reason: string | undefined
  isUnknown: boolean
  transaction: Transaction | undefined
  step: string | undefined
  issuer: string
  result: string | undefined
}

export function readScanner(sandbox: Sandbox, c: Context, t: Messages): ScannerState {
  const { qr, id, step, issuer, result, order_id = '' } = c.req.query()
  const found = qr ? findCode(sandbox, qr, t) : undefined
  const known = id ? readCurrent(sandbox, shorten(id)) : undefined
  return {
    start: order_id.trim().slice(0, 60),
    pasted: qr?.slice(0, 2000),
    reason: found?.ok === false ? found.reason : undefined,
    isUnknown: id !== undefined && !known,
    transaction: found?.ok ? found.transaction : known,
    step,
    issuer: readIssuer(issuer),
    result,
  }
}

/** Pays or declines what the phone shows, then shows what came of it. With `asksPin` it asks for the PIN first. */
export async function answerScanner(
  sandbox: Sandbox,
  c: Context<Env>,
  path: string,
  { asksPin = false } = {},
): Promise<Response> {
  const form = await readForm(c)
  const id = shorten(form.id ?? '')
  const issuer = readIssuer(form.issuer)
  const go = (more: Record<string, string>) =>
    c.redirect(`${path}?${new URLSearchParams({ id, ...more })}`, 303)
  const transaction = id ? readCurrent(sandbox, id) : undefined
  if (!transaction) return go({})
  if (form.decision !== 'pay') return go({ result: 'failure' })
  if (asksPin && !/^\d{6}$/.test(form.pin ?? '')) {
    return go({ issuer, step: form.pin === undefined ? 'pin' : 'wrong-pin' })
  }
  const paid =
    transaction.chargedAs === 'bank_transfer'
      ? payByDeeplink(sandbox, transaction)
      : payByScan(sandbox, transaction, issuer)
  return go({ result: paid ? 'success' : 'failure' })
}

function readIssuer(text: string | undefined): string {
  return (text ?? '').trim().slice(0, 40) || 'gopay'
}

/** LMDB refuses long keys. */
function shorten(id: string): string {
  return id.slice(0, 100)
}
