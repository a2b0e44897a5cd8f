import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describePaymentStates } from '@/scripts/docs/describe-payment-states'
import { PAYMENT_STATES_PAGE } from '@/scripts/docs/payment-states'

test('docs/payment-states.md is what `npm run docs:states` writes from the code', () => {
  expect(readFileSync(PAYMENT_STATES_PAGE, 'utf8')).toBe(describePaymentStates())
})
