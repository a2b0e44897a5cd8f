import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { signatureOf, verifySignature } from '@/lib/midtrans/signature'
import { SERVER_KEY } from '../../kit/notifications'

// The worked example of docs.midtrans.com, HTTP(S) Notification.
const documented = { order_id: '1111', status_code: '200', gross_amount: '100000.00' }
const signature = signatureOf(documented, SERVER_KEY)

test('the signature is the SHA-512 of order id, status code, amount and server key', () => {
  const sha512 = createHash('sha512').update(`1111200100000.00${SERVER_KEY}`).digest('hex')
  expect(signature).toBe(sha512)
  expect(verifySignature(documented, sha512, SERVER_KEY)).toBe(true)
})

test.each([
  ['another order id', { ...documented, order_id: '1112' }],
  ['another status code', { ...documented, status_code: '201' }],
  ['another amount', { ...documented, gross_amount: '100001.00' }],
  ['the amount written as a number', { ...documented, gross_amount: '100000' }],
])('a signature does not hold for %s', (_, fields) => {
  expect(verifySignature(fields, signature, SERVER_KEY)).toBe(false)
})

test('nothing separates the signed fields, so a shifted boundary has the same signature', () => {
  const shifted = { order_id: '11112', status_code: '001', gross_amount: '00000.00' }
  expect(verifySignature(shifted, signature, SERVER_KEY)).toBe(true)
})

test.each([
  ['with another server key', signatureOf(documented, 'SB-Mid-server-other')],
  ['with an empty server key', signatureOf(documented, '')],
  ['in upper case', signature.toUpperCase()],
  ['one digit short', signature.slice(1)],
  ['one digit too long', `${signature}0`],
  ['of half the length', signature.slice(64)],
  ['with a letter that is no hex digit', `g${signature.slice(1)}`],
  ['with a line break at its end', `${signature}\n`],
  ['that is empty', ''],
  ['of zeros', '0'.repeat(128)],
  ['in letters that only look like hex digits', '\u0430'.repeat(128)],
])('a signature %s is refused', (_, wrong) => {
  expect(verifySignature(documented, wrong, SERVER_KEY)).toBe(false)
})
