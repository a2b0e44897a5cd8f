/** @jsxImportSource hono/jsx */
import { Hono } from 'hono'
import type { Env } from '../api/reply'
import { resetAll } from '../control/reset'
import { refuseOtherOrigins } from '../control/same-origin'
import { advance } from '../control/time-travel'
import { faultMatchSchema, faultSchema, matchKey } from '../faults/fault'
import { resend } from '../notifications/deliver'
import type { Sandbox } from '../sandbox'
import { move } from '../transactions/move'
import { payByDeeplink } from '../transactions/pay'
import { DeskPage } from './desk-page'
import { renderPage } from './layout'
import { readForm } from './read-form'
import { answerScan, readScannerQuery } from './scan-page'

/** /_sandbox, for people. Its buttons do what the JSON addresses do. */
export function deskPages(sandbox: Sandbox): Hono<Env> {
  const pages = new Hono<Env>()

  pages.get('/_sandbox', (c) => {
    // The page asks every second; as long as nothing was written the answer is 304, for ten seconds at
    // most because the page shows the time.
    const tag = `"${sandbox.store.version()}-${Math.floor(Date.now() / 10_000)}"`
    c.header('ETag', tag)
    if (c.req.header('if-none-match') === tag) return c.body(null, 304)
    const page = <DeskPage sandbox={sandbox} query={readScannerQuery(c)} />
    return renderPage(c, 'Midtrans sandbox', page)
  })
  pages.post('/_sandbox', refuseOtherOrigins, (c) => answerScan(sandbox, c, '/_sandbox'))

  pages.post('/_sandbox/desk', refuseOtherOrigins, async (c) => {
    await act(sandbox, await readForm(c))
    return c.redirect('/_sandbox', 303)
  })
  return pages
}

type Fields = Record<string, string>

/** Does what a button says. What cannot be done any more is left alone: the page shows why. */
async function act(sandbox: Sandbox, fields: Fields): Promise<void> {
  const id = (fields.id ?? '').slice(0, 100)
  const transaction = id ? sandbox.store.transactions.get(id) : undefined
  switch (fields.action) {
    case 'pay':
      if (transaction?.chargedAs === 'gopay') payByDeeplink(sandbox, transaction)
      break
    case 'deny':
    case 'expire':
      if (transaction) move(sandbox, id, fields.action)
      break
    case 'resend': {
      const delivery = sandbox.store.deliveries.get(Number(id) || 0)
      if (delivery) await resend(sandbox, delivery.id, delivery.url)
      break
    }
    case 'advance':
      advance(sandbox, Math.min(Math.max(Number(fields.seconds) || 0, 0), 86_400 * 366), undefined)
      break
    case 'reset':
      resetAll(sandbox)
      break
    case 'add-fault':
      addFault(sandbox, fields)
      break
    case 'remove-fault':
      removeFault(sandbox, fields.match ?? '')
      break
  }
}

function addFault({ faults }: Sandbox, { order_id, fault = '', times }: Fields): void {
  const [on, name] = fault.split(' ')
  const parsed = faultSchema.safeParse({
    match: { order_id },
    on,
    fault: name,
    ...(times && { times: Number(times) }),
  })
  if (!parsed.success) return
  const key = matchKey(parsed.data.match)
  const kept = faults.list().filter(({ match }) => matchKey(match) === key)
  faults.replace([...kept, parsed.data])
}

function removeFault({ faults }: Sandbox, text: string): void {
  try {
    faults.remove(faultMatchSchema.parse(JSON.parse(text)))
  } catch {
    // A form that somebody made up: nothing to remove.
  }
}
