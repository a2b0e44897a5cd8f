import { cpus } from 'node:os'
import { writeSection } from '../write-section'

const HEADING = 'A notification, from the socket to the commit'

export type Ratio = {
  what: string
  value: number | undefined
  target: string
  isMet: boolean | undefined
}
export type Measured = {
  ratios: Ratio[]
  rates: { target: string; median: number; spread: number }[]
  conditions: string
}

const mark = { true: 'met', false: 'missed' }
const markOf = (isMet: boolean | undefined) => (isMet === undefined ? '' : mark[`${isMet}`])

/** Puts the figures of this run in their place in docs/benchmarks.md. */
export function writeReport(measured: Measured): void {
  writeSection(HEADING, describe(measured))
}

function describe({ ratios, rates, conditions }: Measured): string {
  return `\`npm run bench -- notification\` sends signed settlements, each of another pending order, to:

- **route**: \`POST /api/midtrans/notification\` of the production build;
- **empty**: a route handler of the same build and process that reads nothing and answers a few bytes of JSON;
- **empty, no body**: the same with an answer that has none, as the route's own;
- **express**: Express with Midtrans's own \`midtrans-client\`, used as its README says: the library takes
  no signature on trust and asks Midtrans for the transaction, here a stand-in that answers at once;
- **express, Midtrans far**: the same with an answer after 30 ms, as over a network;
- **express, by hand**: the same without the library, with the signature checked in the handler;
- **pgbench**: the same statement without any server around it.

All but the empty route store the same rows with the same statement. The targets take turns within each
round; a figure is the median of the rounds.

| ratio | measured | target | |
| --- | --- | --- | --- |
${ratios.map(({ what, value, target, isMet }) => `| ${what} | ${value?.toFixed(2) ?? 'no pgbench here'} | ${target} | ${markOf(isMet)} |`).join('\n')}

Twice Express is out of reach where the stand-in answers at once: there even the empty route does not make that.
Nobody's Midtrans does; the row below it is what a merchant sees.

| target | of the empty route | spread of the rounds |
| --- | --- | --- |
${rates.map(({ target, median, spread }) => `| ${target} | ${(median / emptyRate(rates)).toFixed(2)} | ${Math.round(spread * 100)} % |`).join('\n')}

${conditions} Node ${process.versions.node}, ${cpus().length} cores.
`
}

function emptyRate(rates: Measured['rates']): number {
  return rates.find(({ target }) => target === 'empty')?.median ?? Number.NaN
}
