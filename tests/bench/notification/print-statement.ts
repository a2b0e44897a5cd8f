import type { Transaction } from '@/lib/midtrans/transaction'
import { readFact } from '@/lib/orders/payment-fact'
import { paymentFactStatement } from '@/lib/orders/payment-fact-statement'
import { settlementOf } from './orders'

// The statement that a notification runs, for pgbench: lib/ is only to be had in a process of the shop's.
const fact = readFact('notification', JSON.parse(settlementOf(0)) as Transaction, {})
const { text, values } = paymentFactStatement({ ...fact, bodySha256: 'hash' })
console.log(JSON.stringify({ text, values }))
