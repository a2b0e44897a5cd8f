import { parseArgs } from 'node:util'

const verbs = ['show', 'check', 'cancel', 'refund', 'replay'] as const
export type Verb = (typeof verbs)[number]

export type PaymentArguments = {
  verb: Verb
  orderId: string
  attempt: number | undefined
  /** Rupiah. */
  amount: number | undefined
  reason: string
  event: bigint | undefined
  json: boolean
  yes: boolean
}

export const USAGE = `npm run payment -- show|check|cancel|refund|replay <orderId>
  --attempt 2     another attempt than the one that counts
  --amount 4000   refund: a part, in whole rupiah; without it everything that is left
  --reason "…"    refund: what the customer reads in the wallet
  --event 17      replay: another notification than the latest; \`show\` tells the numbers
  --json          print JSON
  --yes           do not ask before money moves`

/** Reads the command line. Throws a sentence that says what is wrong with it. */
export function readArguments(args: string[]): PaymentArguments {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      attempt: { type: 'string' },
      amount: { type: 'string' },
      reason: { type: 'string' },
      event: { type: 'string' },
      json: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
    },
  })
  const [first, orderId, ...more] = positionals
  const verb = verbs.find((one) => one === first)
  if (!verb || !orderId || more.length > 0) throw new Error(`Usage: ${USAGE}`)
  const { reason = 'Refund by the shop', event, json, yes } = values
  if (reason.length > 255) throw new Error('The --reason may have 255 characters.')
  if (event !== undefined && !/^\d{1,18}$/.test(event)) {
    throw new Error(`--event ${event} is not the number of an event.`)
  }
  return {
    verb,
    orderId,
    attempt: readNumber('attempt', values.attempt),
    amount: readNumber('amount', values.amount),
    reason,
    event: event === undefined ? undefined : BigInt(event),
    json,
    yes,
  }
}

function readNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  // Not 44.000: in Indonesia that is forty-four thousand, elsewhere it is forty-four.
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new Error(`--${name} ${text} is not a whole number above 0, such as 44000.`)
}
