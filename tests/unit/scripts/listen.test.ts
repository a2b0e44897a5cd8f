import { expect, test } from 'vitest'
import { readNotification } from '@/lib/midtrans/notification'
import { codeMatchesStatus, isTransactionStatus } from '@/lib/midtrans/status-codes'
import { transactionSchema } from '@/lib/midtrans/transaction'
import { makeNotification } from '@/scripts/listen/make-notification'
import { fixtureNames, readFixture } from '../../kit/fixtures'

const KEY = 'SB-Mid-server-listen'
const answers = fixtureNames('answers').filter((name) => name.startsWith('status-'))

test.each(answers)('of %s it makes a notification that the shop believes', (name) => {
  const told = transactionSchema.parse(readFixture('answers', name))
  const body = JSON.stringify(makeNotification(told, KEY))
  const read = readNotification(body, KEY)
  if (!read.ok) throw new Error(read.error)
  const { transaction_status: status, status_code } = read.notification
  expect(status).toBe(told.transaction_status)
  expect(
    isTransactionStatus(status) && codeMatchesStatus('notification', status, status_code),
  ).toBe(true)
  expect(readNotification(body, 'SB-Mid-server-another')).toMatchObject({ error: 'bad_signature' })
})
