import { Hono } from 'hono'
import type { Env } from '../api/reply'
import type { Sandbox } from '../sandbox'
import { clockControl } from './clock'
import { faultControl } from './faults'
import { merchantControl } from './merchants'
import { notificationControl } from './notifications'
import { refuseOtherOrigins } from './same-origin'
import { transactionControl } from './transactions'

/** The control addresses under /_sandbox: JSON in, JSON out. They span all merchants and need no key. */
export function controlApi(sandbox: Sandbox): Hono<Env> {
  const control = new Hono<Env>()
  control.use(refuseOtherOrigins)
  control.route('/', transactionControl(sandbox))
  control.route('/', notificationControl(sandbox))
  control.route('/', faultControl(sandbox))
  control.route('/', clockControl(sandbox))
  control.route('/', merchantControl(sandbox))
  return control
}
