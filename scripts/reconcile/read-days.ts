import { parseArgs } from 'node:util'

/** Midtrans gives up notifying after some six hours: a week covers a shop that was away for days. */
const DEFAULT_DAYS = 7

/** The number after `--days`. Throws a sentence when it is not one. */
export function readDays(args: string[]): number {
  const { values } = parseArgs({ args, options: { days: { type: 'string' } } })
  const days = values.days ?? String(DEFAULT_DAYS)
  if (/^\d{1,4}$/.test(days)) return Number(days)
  throw new Error(`--days ${days} is not a number of days. Try --days 45: as long as QRIS refunds.`)
}
