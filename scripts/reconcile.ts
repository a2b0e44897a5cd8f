import { setTimeout } from 'node:timers/promises'
import { findMarked, findReconcilable, reconcilePayment } from '@/lib/orders/reconcile'
import { inRequest, nameRequest } from '@/lib/request-id'
import { readDays } from './reconcile/read-days'
import { listMarked, summarize } from './reconcile/summarize'
import { settleEnvironment } from './settle-environment'

/** Between two payments: at most ten calls a second, beside what the shop itself asks. */
const PAUSE_MS = 100

async function main(): Promise<void> {
  const days = readDays(process.argv.slice(2))
  await settleEnvironment()
  const payments = await findReconcilable(days)
  console.log(
    `Comparing ${payments.length} payments with Midtrans: all open ones, and the charged ones of the last ${days} days.`,
  )
  const findings = []
  for (const payment of payments) {
    const finding = inRequest(nameRequest(undefined), () => reconcilePayment(payment))
    findings.push(await finding)
    if (findings.length % 25 === 0) console.log(`  ${findings.length} of ${payments.length}`)
    await setTimeout(PAUSE_MS)
  }
  console.log(summarize(findings))
  console.log(listMarked(await findMarked(days)))
  process.exitCode = findings.every(({ agrees }) => agrees) ? 0 : 1
}

await main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
process.exit()
