import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findGaps } from './find-gaps'
import { findSecrets } from './find-secrets'

/**
 * What a run made the shop say. `log`: a line. `page`: what somebody was sent. `form`: the same of the form
 * that shows a shopper's own number again. `row`: a row of the database.
 */
export type TellKind = 'log' | 'page' | 'form' | 'row'

/** Names the folder of the findings to every process of a run. */
const FOLDER = 'TOKOKU_TOLD'

/** From now on all that is told is looked through, in this process and in those that it starts. */
export function listenIn(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tokoku-told-'))
  process.env[FOLDER] = folder
  return folder
}

export function isListenedTo(): boolean {
  return Boolean(process.env[FOLDER])
}

/** Looks through a text, and notes what it must not say until the run is over. */
export function tell(kind: TellKind, text: string): void {
  const folder = process.env[FOLDER]
  if (!folder) return
  // One byte for each: how much was looked through.
  appendFileSync(join(folder, kind), '.')
  const secrets = findSecrets(text, kind === 'form' ? ['a full phone number'] : [])
  const gaps = kind === 'log' ? findGaps(text, ['orderId', 'paymentId', 'attempt']) : []
  for (const found of [...secrets, ...gaps]) {
    appendFileSync(join(folder, 'findings'), `a ${kind}: ${found.replace(/\s+/g, ' ')}\n`)
  }
}

export type Told = { counts: Record<TellKind, number>; findings: string[] }

/** What was noted. */
export function readTold(folder: string): Told {
  const read = (name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : ''
  const count = (kind: TellKind) => read(kind).length
  return {
    counts: { log: count('log'), page: count('page'), form: count('form'), row: count('row') },
    findings: [...new Set(read('findings').split('\n').filter(Boolean))],
  }
}

/** Ends the run's listening: says how much it was, and rejects when something was found. */
export function judgeTold(folder: string): void {
  const { counts, findings } = readTold(folder)
  rmSync(folder, { recursive: true })
  const all = Object.entries(counts).map(([kind, count]) => `${count} ${kind}s`)
  console.log(`Looked for secrets in ${all.join(', ')}: ${findings.length} found.`)
  if (findings.length > 0) throw new Error(`The run told:\n${findings.slice(0, 20).join('\n')}`)
}
