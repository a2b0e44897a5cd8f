import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Env } from '../api/reply'
import type { Sandbox } from '../sandbox'
import type { Transaction } from '../store/records'
import { findAny, listByOrder, listNewest } from '../store/transactions'
import { changeByHand, findScanned, payByHand } from './by-hand'
import { readJson, readQuery, refuse } from './read-json'
import { listQuerySchema, paySchema, scanSchema } from './schemas'
import { viewTransaction } from './view'

const nothingSchema = z.strictObject({})

/** /_sandbox/transactions and /_sandbox/scan: what there is, and paying, denying or expiring it. */
export function transactionControl(sandbox: Sandbox): Hono<Env> {
  const { store } = sandbox
  const control = new Hono<Env>()
  const answer = (c: Context, transaction: Transaction) =>
    c.json(viewTransaction(sandbox, transaction))
  const find = (id: string) =>
    findAny(store, id) ?? refuse(404, `there is no transaction ${id.slice(0, 100)}`)

  control.get('/transactions', (c) => {
    const { order_id, limit } = readQuery(c, listQuerySchema)
    const list = order_id ? listByOrder(store, order_id) : listNewest(store, limit)
    return c.json(list.map((each) => viewTransaction(sandbox, each)))
  })
  control.get('/transactions/:id', (c) => answer(c, find(c.req.param('id'))))
  control.post('/transactions/:id/pay', async (c) => {
    const { issuer } = await readJson(c, paySchema)
    return answer(c, payByHand(sandbox, find(c.req.param('id')), issuer))
  })
  for (const change of ['deny', 'expire'] as const) {
    control.post(`/transactions/:id/${change}`, async (c) => {
      await readJson(c, nothingSchema)
      return answer(c, changeByHand(sandbox, find(c.req.param('id')), change))
    })
  }
  control.post('/scan', async (c) => {
    const { qr, issuer } = await readJson(c, scanSchema)
    return answer(c, payByHand(sandbox, findScanned(sandbox, qr), issuer))
  })
  return control
}
