import { cpus } from 'node:os'
import { writeSection } from '../write-section'
import type { Scores } from './audit'
import { EMPTY, type PageFigures } from './phone'

export type Target = { what: string; value: string; target: string; isMet: boolean }

type Measured = {
  figures: Map<string, PageFigures>
  scores: Map<string, Scores>
  targets: Target[]
  conditions: string
}

const kb = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`
const ms = (value: number) => `${Math.round(value)} ms`
const row = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`
const table = (head: string[], rows: (string | number)[][]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

/** Prints the figures and puts them into docs/benchmarks.md. */
export function writeReport({ figures, scores, targets, conditions }: Measured): void {
  const empty = figures.get(EMPTY)?.script ?? 0
  const onPhone = table(
    ['page', 'JavaScript', 'of it our own', 'HTML', 'requests', 'CLS', 'LCP', 'INP'],
    [...figures].map(([name, { script, html, requests, cls, lcp, inp }]) => [
      ...[name, kb(script), kb(script - empty), kb(html), requests],
      ...[cls.toFixed(3), ms(lcp), ms(inp)],
    ]),
  )
  const audited = table(
    ['page', 'performance', 'accessibility', 'best practices', 'SEO'],
    [...scores].map(([name, score]) => [name, ...Object.values(score)]),
  )
  const met = table(
    ['', 'measured', 'target', ''],
    targets.map(({ what, value, target, isMet }) => [
      ...[what, value, target, isMet ? 'met' : 'missed'],
    ]),
  )
  const text = `\`npm run bench -- pages\` opens the production build in a browser that knows nothing of the shop yet,
beside a page of the same build that holds the layout and one link. On a phone: slow 4G (150 ms, 1.6 Mbit
a second) and a quarter of this machine's speed. JavaScript and HTML are gzipped; INP is the slowest of one
or two presses.

${onPhone}

Lighthouse for phones aims at 98 for performance and 100 for the rest. The checkout's pages are left out of
search engines on purpose, so that one of its questions is not asked there.

${audited}

${met}

${conditions} Node ${process.versions.node}, ${cpus().length} cores.
`
  console.log(`\n${onPhone}\n\n${audited}\n\n${met}`)
  writeSection('Pages', text)
}
