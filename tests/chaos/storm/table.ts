import type { StormReport } from './storm'

/** The report as one table for people. */
export function formatTable(report: StormReport): string {
  const { notifications, refunds, visits, hooks } = report
  const troubles = visits.reduce((sum, { troubles: seen }) => sum + seen, 0)
  const rows: [string, string | number][] = [
    ['shoppers served', visits.length],
    ['dead ends', report.deadEnds.length],
    ['errors that a second try got past', troubles],
    ...Object.entries(report.statuses).map(
      ([status, count]) => [`orders ${status}`, count] as [string, number],
    ),
    ['calls to Midtrans', report.calls],
    ['of these made to fail or wait', report.faults],
    ['notifications by Midtrans', notifications.originals],
    ['copies of them', notifications.copies],
    ['forged ones', notifications.forged],
    ['refunds made through the shop', refunds.made],
    ['refunds that the shop asked for again', refunds.unanswered],
    ['refunds turned down', refunds.refused],
    ['refunds by the dashboard', refunds.byDashboard],
    ['refund desks killed', refunds.deskKills],
    ['processes killed', report.kills],
    ['immediate stops of Postgres', report.databaseStops],
    ['orders whose hook ran', hooks.orders],
    ['runs of the hook', hooks.runs],
    ['agreement after the last fault', `${(report.agreedAfter / 1_000).toFixed(1)} s`],
    ['disagreements', report.wrong.length],
    ['seed', report.seed],
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n')
}
