import { Hono } from 'hono'
import type { Env } from '../api/reply'
import type { Sandbox } from '../sandbox'
import { readJson, readQuery, refuse } from './read-json'
import { faultsSchema, resetSchema } from './schemas'

/** /_sandbox/faults: what is to go wrong, where, for whom and how often. */
export function faultControl({ faults }: Sandbox): Hono<Env> {
  const control = new Hono<Env>()

  control.get('/faults', (c) => c.json(faults.list(readQuery(c, resetSchema).order_id)))
  control.put('/faults', async (c) => {
    const { order_id } = readQuery(c, resetSchema)
    const list = await readJson(c, faultsSchema)
    if (list.length === 0 && !order_id) {
      return refuse(400, 'an empty list needs ?order_id=; DELETE removes all faults')
    }
    if (order_id) faults.clear(order_id)
    faults.replace(list)
    return c.json(faults.list())
  })
  control.delete('/faults', (c) => {
    faults.clear(readQuery(c, resetSchema).order_id)
    return c.json(faults.list())
  })
  return control
}
