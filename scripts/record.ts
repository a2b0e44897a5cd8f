import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@/tests/contract/support/client'
import { type Exchange, makeExchanges } from '@/tests/contract/support/exchanges'
import { startSandbox } from '@/tests/kit/sandbox-process'
import { loadDotEnv } from './dot-env'
import { describeDifferences, isInactive } from './record/compare'
import { redact } from './record/redact'
import { ROOT } from './root'

const FOLDER = join(ROOT, 'tests', 'fixtures', 'recorded')

async function recordReal(url: string, serverKey: string): Promise<Record<string, Exchange>> {
  const exchanges = await makeExchanges(createClient(url, serverKey))
  return Object.fromEntries(
    Object.entries(exchanges).map(([name, { http, body }]) => [
      name,
      { http, body: redact(body, serverKey) },
    ]),
  )
}

async function recordLocal(): Promise<Record<string, Exchange>> {
  const sandbox = await startSandbox()
  try {
    return await makeExchanges(createClient(sandbox.url, 'SB-Mid-server-record'))
  } finally {
    await sandbox.stop()
  }
}

/** Prints what differs and answers in how many exchanges something does. */
function report(real: Record<string, Exchange>, local: Record<string, Exchange>): number {
  let differing = 0
  for (const [name, exchange] of Object.entries(real)) {
    const own = local[name]
    if (!own || isInactive(exchange)) {
      console.log(`- ${name}: not compared: ${exchange.body.status_message}`)
      continue
    }
    const lines = describeDifferences(exchange, own)
    if (lines.length > 0) differing += 1
    console.log(lines.length > 0 ? `✗ ${name}` : `✓ ${name}`)
    for (const line of lines) console.log(`    ${line}`)
  }
  return differing
}

function write(real: Record<string, Exchange>): void {
  mkdirSync(FOLDER, { recursive: true })
  for (const [name, exchange] of Object.entries(real)) {
    if (isInactive(exchange)) continue
    writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(exchange, null, 2)}\n`)
  }
  console.log(`written to ${FOLDER}: the contract tests compare with it from now on`)
}

async function main(): Promise<void> {
  loadDotEnv()
  const serverKey = process.env.MIDTRANS_SANDBOX_SERVER_KEY
  if (!serverKey) {
    throw new Error(
      'Set MIDTRANS_SANDBOX_SERVER_KEY to the server key of a Midtrans sandbox account (dashboard.sandbox.midtrans.com, Settings, Access Keys).',
    )
  }
  const url = process.env.MIDTRANS_SANDBOX_API_URL || 'https://api.sandbox.midtrans.com'
  const real = await recordReal(url, serverKey)
  const differing = report(real, await recordLocal())
  console.log(`${differing} of ${Object.keys(real).length} exchanges differ from ${url}`)
  if (process.argv.includes('--write')) write(real)
  if (differing > 0) process.exitCode = 1
}

await main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
