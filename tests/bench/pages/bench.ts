import { parseArgs } from 'node:util'
import { describeTimes } from '../load'
import { medianOf } from '../notification/rounds'
import { audit } from './audit'
import { measureMoments } from './moments'
import { measureOnPhone } from './phone'
import { type Target, writeReport } from './report'
import { openStage } from './stage'

/** What the pages cost a shopper, beside an empty page of the same build. */
export async function run(args: string[]): Promise<void> {
  const text = { type: 'string' as const }
  const { values } = parseArgs({ args, options: { orders: text, others: text, runs: text } })
  const orders = Number(values.orders ?? 100)
  const others = Number(values.others ?? 200)
  const runs = Number(values.runs ?? 5)

  const stage = await openStage()
  try {
    console.log(`paying ${orders} orders while ${others} other pages are open`)
    const { codes, gateway, arrivals } = await measureMoments(stage, { orders, others })
    console.log('the pages on a slow phone')
    const figures = await measureOnPhone(stage)
    console.log(`Lighthouse, ${runs} times on each page`)
    const scores = await audit(stage, runs)

    const beyond = medianOf(codes) - medianOf(gateway)
    const arrival = describeTimes(arrivals)
    const targets: Target[] = [
      {
        what: 'from `Pay` to a code on the screen, beyond the gateway’s own time, median',
        value: `${Math.round(beyond)} ms`,
        target: 'at most 300 ms',
        isMet: beyond <= 300,
      },
      {
        what: `notification to changed page, with ${others} other pages open, 99 of 100`,
        value: `${Math.round(arrival.p99)} ms (median ${Math.round(arrival.median)} ms)`,
        target: 'at most 150 ms',
        isMet: arrival.p99 <= 150,
      },
    ]
    const conditions = `${orders} orders, Lighthouse ${runs} times.`
    writeReport({ figures, scores, targets, conditions })
  } finally {
    await stage.stop()
  }
}
