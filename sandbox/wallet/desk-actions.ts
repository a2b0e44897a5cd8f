import { z } from 'zod'
import { resetAll } from '../control/reset'
import { advance } from '../control/time-travel'
import { faultMatchSchema, faultSchema, matchKey } from '../faults/fault'
import { resend } from '../notifications/deliver'
import { sendTest } from '../notifications/send-test'
import type { Sandbox } from '../sandbox'
import { move } from '../transactions/move'
import { payByDeeplink } from '../transactions/pay'
import type { Messages } from './english'

type Fields = Record<string, string>
/** What a button has done, as a key of the sentences that say so. */
export type Done = keyof Messages['desk']['done']

const DENIAL = { code: '201', message: 'Insufficient balance' }

const timeTravelSchema = z.object({
  seconds: z.coerce
    .number()
    .min(0)
    .max(366 * 24 * 3600),
  order_id: z.string().trim().max(100),
})

/** What each button of the desk does. What cannot be done any more is left alone and said. */
export const actions = {
  pay: (sandbox, { id = '' }) => {
    const transaction = find(sandbox, id)
    if (!transaction || transaction.chargedAs === 'qris') return 'wrong'
    return payByDeeplink(sandbox, transaction) ? 'paid' : 'too-late'
  },
  deny: (sandbox, { id = '' }) =>
    find(sandbox, id) && move(sandbox, id, 'deny', { denial: DENIAL }) ? 'denied' : 'too-late',
  expire: (sandbox, { id = '' }) =>
    find(sandbox, id) && move(sandbox, id, 'expire') ? 'expired' : 'too-late',
  resend: async (sandbox, { id }) => {
    const delivery = sandbox.store.deliveries.get(Number(id) || 0)
    if (!delivery?.url) return 'wrong'
    await resend(sandbox, delivery.id, delivery.url)
    return 'resent'
  },
  test: async (sandbox, { id = '' }) => {
    const merchant = id.length <= 100 ? sandbox.store.merchants.get(id) : undefined
    if (!merchant || merchant.notificationUrls.length === 0) return 'wrong'
    await sendTest(sandbox, merchant, merchant.notificationUrls)
    return 'tested'
  },
  advance: async (sandbox, { seconds, order_id = '' }) => {
    const parsed = timeTravelSchema.safeParse({ seconds, order_id })
    if (!parsed.success) return 'wrong'
    await advance(sandbox, parsed.data.seconds, parsed.data.order_id || undefined)
    return 'advanced'
  },
  reset: (sandbox) => {
    resetAll(sandbox)
    return 'reset'
  },
  'add-fault': ({ faults }, { order_id, fault = '', times }) => {
    const [on, name] = fault.split(' ')
    const match = { order_id: order_id?.trim() }
    const wanted = { match, on, fault: name, ...(times && { times: Number(times) }) }
    const parsed = faultSchema.safeParse(wanted)
    if (!parsed.success) return 'wrong'
    const key = matchKey(parsed.data.match)
    const kept = faults.list().filter((each) => matchKey(each.match) === key)
    faults.replace([...kept, parsed.data])
    return 'fault-added'
  },
  'remove-fault': ({ faults }, { match = '' }) => {
    const parsed = faultMatchSchema.safeParse(parse(match))
    if (!parsed.success) return 'wrong'
    faults.remove(parsed.data)
    return 'fault-removed'
  },
} satisfies Record<string, (sandbox: Sandbox, fields: Fields) => Done | Promise<Done>>

export type Action = keyof typeof actions

export function isAction(name: string | undefined): name is Action {
  return name !== undefined && Object.hasOwn(actions, name)
}

function find({ store }: Sandbox, id: string) {
  return id && id.length <= 100 ? store.transactions.get(id) : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
