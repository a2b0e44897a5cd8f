import fc from 'fast-check'
import { type NotificationBody, notificationOf, sign } from '../../kit/notifications'
import { BAD_SIGNATURE, type Case, caseOf, MARKED, type Target, UNKNOWN_ORDER } from './case'

/** What Midtrans would sign for this order when `status` had come true. */
export function honest(target: Target, status: string): NotificationBody {
  return notificationOf(
    {
      order_id: target.midtransOrderId,
      gross_amount: `${target.grossAmount}.00`,
      transaction_id: target.transactionId,
    },
    status,
    { merchant_id: MERCHANT_ID },
  )
}

export const MERCHANT_ID = 'G123456789'
const paid = ['settlement', 'capture', 'refund', 'partial_refund']
const news = [...paid, 'expire', 'cancel', 'deny', 'failure']
const hex = (length: number) =>
  fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length })
    .map((digits) => digits.join(''))

/** Bodies that Midtrans did not sign. */
export function unsignedArbitrary(target: Target): fc.Arbitrary<Case> {
  const forged = (status: string, fields: object) =>
    caseOf('unsigned', { ...honest(target, status), ...fields }, BAD_SIGNATURE)
  const signature = fc.oneof(
    hex(128),
    hex(127),
    hex(130),
    fc.string({ unit: 'binary', maxLength: 128 }),
    fc.constantFrom('', '0', '0x', ' ', 'null', 'undefined', '0'.repeat(128)),
  )
  const signed = (status: string) => String(honest(target, status).signature_key)
  return fc.oneof(
    fc
      .tuple(fc.constantFrom(...news), signature)
      .map(([status, signature_key]) => forged(status, { signature_key })),
    fc
      .constantFrom(...news)
      .map((status) => forged(status, { signature_key: signed(status).toUpperCase() })),
    // One digit of the right one changed: at any place.
    fc.tuple(fc.constantFrom(...news), fc.nat(127)).map(([status, at]) => {
      const right = signed(status)
      const digit = right[at] === '0' ? '1' : '0'
      return forged(status, {
        signature_key: `${right.slice(0, at)}${digit}${right.slice(at + 1)}`,
      })
    }),
    // A signed field changed afterwards.
    fc
      .tuple(fc.constantFrom(...news), fc.integer({ min: 1, max: 999_999 }))
      .map(([status, rupiah]) => forged(status, { gross_amount: `${rupiah}.0` })),
    fc
      .constantFrom(...news)
      .map((status) => forged(status, { status_code: '201' }))
      .filter(({ body }) => !body.includes('"transaction_status":"pending"')),
    fc
      .constantFrom(...news)
      .map((status) => forged(status, { order_id: `${target.midtransOrderId}0` })),
    // Signed with another shop's key.
    fc
      .tuple(fc.constantFrom(...news), fc.string({ minLength: 1 }))
      .map(([status, key]) =>
        caseOf('other key', sign(honest(target, status), `not ours ${key}`), BAD_SIGNATURE),
      ),
  )
}

/** Bodies whose signature is right and whose content is not true of this order. */
export function contradictoryArbitrary(target: Target): fc.Arbitrary<Case> {
  const signedAnew = (kind: string, status: string, fields: object) =>
    caseOf(kind, sign({ ...honest(target, status), ...fields }), MARKED)
  return fc.oneof(
    // The signature does not cover the status word.
    fc
      .constantFrom(...news)
      .map((word) =>
        caseOf('status flip', { ...honest(target, 'pending'), transaction_status: word }, MARKED),
      ),
    fc
      .constantFrom(...paid, 'pending')
      .map((word) =>
        caseOf('status flip', { ...honest(target, 'deny'), transaction_status: word }, MARKED),
      ),
    fc
      .tuple(fc.constantFrom(...news), fc.bigInt({ min: 0n, max: 999_999_999_999_999n }))
      .map(([status, rupiah]) =>
        signedAnew('wrong amount', status, {
          gross_amount: rupiah === BigInt(target.grossAmount) ? '0.00' : `${rupiah}.00`,
        }),
      ),
    fc
      .constantFrom(...news)
      .map((status) =>
        signedAnew('amount without decimals', status, { gross_amount: String(target.grossAmount) }),
      ),
    fc
      .tuple(fc.constantFrom(...news), fc.constantFrom('USD', 'idr', '', 'IDR '))
      .map(([status, currency]) => signedAnew('wrong currency', status, { currency })),
    fc
      .tuple(fc.constantFrom(...news), fc.string({ maxLength: 20 }))
      .map(([status, id]) =>
        signedAnew('other merchant', status, { merchant_id: `x${id.replaceAll('\0', '')}` }),
      ),
    fc
      .tuple(fc.constantFrom(...paid), fc.constantFrom('challenge', 'deny', ''))
      .map(([status, fraud_status]) => signedAnew('fraud', status, { fraud_status })),
    fc
      .constantFrom('on_hold', 'SETTLEMENT', 'settlement ', 'created', '__proto__', 'toString')
      .map((word) => signedAnew('unknown status', 'settlement', { transaction_status: word })),
  )
}

/** The same signature with its fields cut at other places: no order of ours, or no code of Midtrans's. */
export function shiftedArbitrary(target: Target): fc.Arbitrary<Case> {
  const { midtransOrderId, grossAmount } = target
  return fc.tuple(fc.constantFrom(...news, 'pending'), fc.nat()).map(([status, number]) => {
    const body = honest(target, status)
    const text = `${midtransOrderId}${body.status_code}${grossAmount}.00`
    const cut = (number % (text.length - 4)) + 1
    const at = cut === midtransOrderId.length ? cut - 1 : cut
    const shifted = {
      ...body,
      order_id: text.slice(0, at),
      status_code: text.slice(at, at + 3),
      gross_amount: text.slice(at + 3),
    }
    const isShapely =
      /^\d{3}$/.test(shifted.status_code) && /^\d{1,15}(\.\d{1,2})?$/.test(shifted.gross_amount)
    return caseOf('boundary shift', shifted, isShapely ? UNKNOWN_ORDER : ['400 wrong_shape'])
  })
}

/** Midtrans's word about orders of other systems that share the account, under any name. */
export function strangerArbitrary(): fc.Arbitrary<Case> {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 })
  return fc.tuple(name, fc.constantFrom(...news)).map(([id, status]) => {
    const order_id = `stranger ${id.replaceAll('\0', '')}`
    return caseOf(
      'stranger',
      notificationOf({ order_id, gross_amount: '1.00' }, status, { merchant_id: MERCHANT_ID }),
      UNKNOWN_ORDER,
    )
  })
}
