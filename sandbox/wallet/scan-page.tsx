/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono'
import type { Env } from '../api/reply'
import { refuseOtherOrigins } from '../control/same-origin'
import type { Sandbox } from '../sandbox'
import { readCurrent } from '../transactions/move'
import { payByScan } from '../transactions/pay'
import { renderPage } from './layout'
import { readForm } from './read-form'
import { Scanner, type ScannerQuery } from './scanner'

export const SCAN_PATH = '/v2/qris/index'

/** The page at the address of Midtrans's own QRIS simulator: paste a code, pay it. */
export function scanPages(sandbox: Sandbox): Hono<Env> {
  const pages = new Hono<Env>()
  pages.get(SCAN_PATH, (c) =>
    renderPage(
      c,
      'QRIS simulator',
      <main class="alone">
        <Scanner sandbox={sandbox} path={SCAN_PATH} query={readScannerQuery(c)} />
      </main>,
    ),
  )
  pages.post(SCAN_PATH, refuseOtherOrigins, (c) => answerScan(sandbox, c, SCAN_PATH))
  return pages
}

export function readScannerQuery(c: Context): ScannerQuery {
  const { qr, id, result } = c.req.query()
  return { qr, id: id?.slice(0, 100), result }
}

/** Pays or declines what the scanner shows, then shows what came of it. */
export async function answerScan(sandbox: Sandbox, c: Context, path: string): Promise<Response> {
  const form = await readForm(c)
  const id = (form.id ?? '').slice(0, 100)
  const issuer = (form.issuer ?? '').trim().slice(0, 40)
  const transaction = id ? readCurrent(sandbox, id) : undefined
  if (!transaction) return c.redirect(path, 303)
  const paid = form.decision === 'pay' && payByScan(sandbox, transaction, issuer || 'gopay')
  const result = paid ? 'success' : 'failure'
  return c.redirect(`${path}?id=${encodeURIComponent(id)}&result=${result}`, 303)
}
