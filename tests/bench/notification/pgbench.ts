import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { workOrder } from './orders'

const run = promisify(execFile)
export type Statement = { text: string; values: unknown[] }

export async function hasPgbench(): Promise<boolean> {
  return run('pgbench', ['--version']).then(
    () => true,
    () => false,
  )
}

/** Transactions a second of the very statement, called without a shop around it. */
export async function runPgbench(
  url: string,
  statement: Statement,
  { requests, connections }: { requests: number; connections: number },
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'tokoku-pgbench-'))
  const each = Math.floor(requests / connections)
  try {
    const file = join(folder, 'notification.sql')
    writeFileSync(
      file,
      // Each client pays orders of its own, each of them once.
      `\\set i :client_id * ${each} + :n\n\\set n :n + 1\n${toPgbench(statement)};\n`,
    )
    const flags = ['-n', '-M', 'prepared', '-c', String(connections), '-j', '2', '-D', 'n=0']
    const { stdout } = await run('pgbench', [...flags, '-t', String(each), '-f', file, url])
    const rate = /tps = ([\d.]+) \(without/.exec(stdout)?.[1] ?? /tps = ([\d.]+)/.exec(stdout)?.[1]
    if (!rate) throw new Error(`pgbench said:\n${stdout}`)
    return Number(rate)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The statement with its parameters written into it, those of the order computed from its number. */
function toPgbench({ text, values }: Statement): string {
  const { midtransOrderId, transactionId } = workOrder(0)
  const [before, after] = midtransOrderId.split('0')
  const computed = new Map<unknown, string>([
    [midtransOrderId, `('${before}' || :i || '${after}')`],
    [transactionId, `('${transactionId.slice(0, -1)}' || :i)`],
    ['hash', `md5((:i)::text)`],
  ])
  const written = text.replaceAll(/\$(\d+)/g, (_, number: string) => {
    const value = values[Number(number) - 1]
    return computed.get(value) ?? literal(value)
  })
  // pgbench ends a command at the first semicolon, and takes no comments inside one.
  return written.replaceAll(/--.*$/gm, '')
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = Array.isArray(value) ? `{${value.join(',')}}` : String(value)
  // A colon would begin a variable of pgbench's; what the body says does not matter here.
  return `'${text.replaceAll("'", "''").replaceAll(':', '=')}'`
}
