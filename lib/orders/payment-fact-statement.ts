import 'server-only'
import type { PaymentStatus } from '@/prisma/generated/client'
import type { PaymentFact } from './payment-fact'
import { type Parameter, parameters, paymentFactSql } from './payment-fact-sql'
import {
  confirmedFrom,
  endedStatuses,
  legalFrom,
  orderStatusOf,
  paidStatuses,
} from './payment-states'
import { delay, PAYMENT_MINUTES } from './schedule'

type Value = string | number | boolean | Date | readonly string[] | undefined

/** A named prepared statement, as the package pg takes it. */
export type Statement = { name: string; text: string; values: Value[] }

/** The statement that applies this fact (payment-fact-sql.ts). */
export function paymentFactStatement(fact: PaymentFact): Statement {
  const named: Partial<Record<Parameter, Value>> = {
    ...fact,
    ...meaningOf(fact.status),
    told: fact.status,
    fromCharge: fact.source === 'charge',
    fromGetStatus: fact.source === 'status',
    cancelledHere: fact.source === 'shop' && fact.status === 'cancel',
    paymentMinutes: PAYMENT_MINUTES,
    lease: delay('lease'),
    firstCheck: delay('firstCheck'),
    afterExpiry: delay('afterExpiry'),
  }
  const values = parameters.map((name) => named[name])
  return { name: 'apply_payment_fact', text: paymentFactSql, values }
}

/** What payment-states.ts says of a status. One that this code does not know moves nothing. */
function meaningOf(status: PaymentStatus | undefined) {
  if (!status)
    return {
      legalFrom: [],
      confirmedFrom: [],
      isPaid: false,
      isEnded: false,
      orderStatus: 'pending',
    }
  return {
    legalFrom: legalFrom(status),
    confirmedFrom: confirmedFrom(status),
    isPaid: paidStatuses.includes(status),
    isEnded: endedStatuses.includes(status),
    orderStatus: orderStatusOf[status],
  }
}
