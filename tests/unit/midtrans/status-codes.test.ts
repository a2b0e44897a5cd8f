import { expect, test } from 'vitest'
import {
  codeMatchesStatus,
  isTransactionStatus,
  type TransactionStatus,
} from '@/lib/midtrans/status-codes'

const CODES = ['200', '201', '202', '404', '407', '412', '500']

// docs.midtrans.com, Transaction Status, and recorded bodies: status, notification, answer.
const table: [TransactionStatus, string[], string[]][] = [
  ['pending', ['201'], ['201']],
  ['authorize', ['200'], ['200', '201']],
  ['capture', ['200'], ['200']],
  ['settlement', ['200'], ['200']],
  ['partial_refund', ['200'], ['200']],
  ['refund', ['200'], ['200']],
  ['chargeback', ['200'], ['200']],
  ['partial_chargeback', ['200'], ['200']],
  ['expire', ['202'], ['407']],
  ['cancel', ['202'], ['200']],
  ['deny', ['202'], ['202']],
  ['failure', ['202'], ['202']],
]

test.each(table)('%s goes with %j in a notification and %j in an answer', (status, told, asked) => {
  expect(CODES.filter((code) => codeMatchesStatus('notification', status, code))).toEqual(told)
  expect(CODES.filter((code) => codeMatchesStatus('answer', status, code))).toEqual(asked)
  expect(isTransactionStatus(status)).toBe(true)
})

test.each(['', 'paid', 'Settlement', 'SETTLEMENT', 'created', 'toString', '__proto__'])(
  '%j is no status of Midtrans',
  (text) => expect(isTransactionStatus(text)).toBe(false),
)
