import type { PaymentStatus } from '@/prisma/generated/client'

// Written out apart from lib/, so that whoever changes the rules has to change them twice.
// `+` on anyone's signed word, `?` only once Get Status has said so, `.` never, `=` is there already.
const columns =
  'pending authorize capture settlement partial_refund refund expire cancel deny failure'
const rows: Record<PaymentStatus, string> = {
  created: '+ + + + ? ? + + + +',
  pending: '= + + + ? ? + + + +',
  authorize: '. = + + ? ? + + + +',
  capture: '. . = + + + . . . .',
  settlement: '. . . = + + . . . .',
  partial_refund: '. . . . = + . . . .',
  refund: '. . . . . = . . . .',
  expire: '. . ? ? ? ? = . . .',
  cancel: '. . ? ? ? ? . = . .',
  deny: '. . ? ? ? ? . . = .',
  failure: '. . ? ? ? ? . . . =',
}

export type PaymentMove = { from: PaymentStatus; to: PaymentStatus; mark: '+' | '?' | '.' | '=' }

/** Every pair of a status that a payment can have and one that Midtrans can tell. */
export const paymentMoves: PaymentMove[] = Object.entries(rows).flatMap(([from, marks]) =>
  marks.split(' ').map((mark, column) => ({
    from: from as PaymentStatus,
    to: columns.split(' ')[column] as PaymentStatus,
    mark: mark as PaymentMove['mark'],
  })),
)
