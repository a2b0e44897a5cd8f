import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from '../root'
import { describePaymentStates } from './describe-payment-states'

export const PAYMENT_STATES_PAGE = join(ROOT, 'docs', 'payment-states.md')

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(PAYMENT_STATES_PAGE, describePaymentStates())
  console.log(`wrote ${PAYMENT_STATES_PAGE}`)
}
