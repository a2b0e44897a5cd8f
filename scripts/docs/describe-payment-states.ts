import {
  confirmedFrom,
  endedStatuses,
  legalFrom,
  openStatuses,
  orderStatusOf,
  paidStatuses,
  paymentStatuses,
} from '@/lib/orders/payment-states'
import type { PaymentStatus } from '@/prisma/generated/client'

/** What each status means, and who may tell it. Written by hand: only people know it. */
const meanings: Record<PaymentStatus, [meaning: string, tellers: string]> = {
  created: ['Stored here; the charge has no answer yet.', 'the shop, when it stores the attempt'],
  pending: [
    'Midtrans has a transaction and waits for the shopper.',
    'the charge answer, a notification, Get Status',
  ],
  authorize: [
    'A card payment that is reserved but not taken. No payment of ours does this today.',
    'the charge answer, a notification, Get Status',
  ],
  capture: [
    'A card payment that was taken. No payment of ours does this today.',
    'a notification, Get Status',
  ],
  settlement: ['The money has arrived.', 'a notification, Get Status'],
  partial_refund: [
    'Some of the money went back; `refunded` is the running total.',
    'a notification, Get Status, the answer to Refund',
  ],
  refund: ['All of the money went back.', 'a notification, Get Status, the answer to Refund'],
  expire: ['Nobody paid in time.', 'a notification, Get Status, the answer to Expire'],
  cancel: [
    'Cancelled by the shopper or the shop before it was paid.',
    'a notification, Get Status, the answer to Cancel; the shop, when Midtrans has no transaction',
  ],
  deny: ['The wallet or bank declined it.', 'the charge answer, a notification, Get Status'],
  failure: [
    'It could not be made: refused, or given up without a transaction.',
    'a notification, Get Status; the shop, when Midtrans refused the charge or never got it',
  ],
}

function markOf(from: PaymentStatus, to: PaymentStatus): string {
  if (legalFrom(to).includes(from)) return '●'
  return confirmedFrom(to).includes(from) ? '?' : ''
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function table(head: readonly string[], rows: readonly string[][]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
}

function kindOf(status: PaymentStatus): string {
  if (openStatuses.includes(status)) return 'open'
  return paidStatuses.includes(status) ? 'paid' : 'ended'
}

/** The ends share one box, and `created` leads where `pending` does: otherwise it is a tangle. */
function diagram(): string {
  const shown = paymentStatuses.filter((each) => each !== 'created' && kindOf(each) !== 'ended')
  const arrows = shown.flatMap((from) =>
    shown
      .filter((to) => to !== from && legalFrom(to).includes(from))
      .map((to) => `  ${from} --> ${to}`),
  )
  return [
    '```mermaid',
    'flowchart LR',
    '  created --> pending',
    ...arrows,
    `  pending --> ended["${endedStatuses.join(', ')}"]`,
    '  authorize --> ended',
    '  ended -. Get Status .-> settlement',
    '```',
  ].join('\n')
}

/** docs/payment-states.md, from lib/orders/payment-states.ts. */
export function describePaymentStates(): string {
  const told = paymentStatuses.filter((status) => status !== 'created')
  return `<!-- Written by \`npm run docs:states\` from lib/orders/payment-states.ts. Change that file, not this one. -->

# The states of a payment

One attempt to pay is one payment and one Midtrans transaction. Its status has Midtrans's words, and
\`created\` before Midtrans has answered. Only \`applyPaymentFact\` changes it, by the moves below; a trigger
in the database refuses every other one, whoever tries.

${diagram()}

The picture leaves out the moves that skip a status: any news may be the first to arrive.

## Which status may follow which

From the row to the column. ● on anyone's signed word: the charge answer, a notification, Get Status. **?**
only once Get Status has said so: the shop had not seen, or had given up, what was paid. Empty: never. A
late \`pending\`, \`expire\` or \`cancel\` never undoes a payment. A further \`partial_refund\` counts as a move when it
raises the total.

${table(
  ['from \\ to', ...told],
  paymentStatuses.map((from) => [`**${from}**`, ...told.map((to) => markOf(from, to))]),
)}

## What each one means

${table(
  ['status', 'kind', 'the order is then', 'meaning', 'who may tell it'],
  paymentStatuses.map((status) => [
    `\`${status}\``,
    kindOf(status),
    `\`${orderStatusOf[status]}\``,
    ...meanings[status],
  ]),
)}

The order has the status of its paid attempt, or else of its latest one. A chargeback is stored and marked for
a person; the order stays paid. A status that is not in this table is stored and marked, and changes nothing.
`
}
