import { setTimeout } from 'node:timers/promises'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { createMidtransClient } from '@/lib/midtrans/client'
import { apiUrls } from '@/lib/midtrans/hosts'
import { createRounds } from './listen/rounds'
import { settleEnvironment } from './settle-environment'
import { watchParent } from './watch-parent'

/** Midtrans wants ten seconds between two questions about one transaction (docs.midtrans.com, Technical FAQ). */
const PAUSE_MS = 11_000

const stopping = new AbortController()

/** Real money needs a real notification address: what this sends is signed by ourselves. */
async function refuseProduction(): Promise<void> {
  const { MIDTRANS_ENV, MIDTRANS_API_URL } = env()
  const isProduction =
    MIDTRANS_ENV === 'production' || new URL(MIDTRANS_API_URL).origin === apiUrls.production
  if (!isProduction) return
  const refusal = { source: 'listen', kind: 'refused', body: '{}', reason: 'production' }
  await db()
    .paymentEvent.create({ data: { midtransOrderId: 'listen', ...refusal } })
    // Refused all the same where there is no database.
    .catch(() => {})
  throw new Error(
    'npm run listen refuses a production key: set the notification address in the Midtrans dashboard instead. Nothing was asked or changed.',
  )
}

async function main(): Promise<void> {
  await settleEnvironment()
  await refuseProduction()
  const { MIDTRANS_API_URL: apiUrl, MIDTRANS_SERVER_KEY: serverKey, APP_URL } = env()
  const client = createMidtransClient({ apiUrl, serverKey, timeoutMs: 8_000 })
  console.log(
    `Asking ${apiUrl} about pending payments, and in turn about those of the last days, and notifying ${APP_URL}. Ctrl-C ends it.`,
  )
  const runRound = createRounds(client, (line) => {
    console.log(`${new Date().toISOString().slice(11, 19)}  ${line}`)
  })
  do {
    const delivered = await runRound()
    if (process.argv.includes('--once')) {
      console.log(`${delivered} delivered.`)
      return
    }
    await setTimeout(PAUSE_MS, undefined, { signal: stopping.signal }).catch(() => {})
  } while (!stopping.signal.aborted)
}

process.once('SIGINT', () => stopping.abort())
process.once('SIGTERM', () => stopping.abort())
if (process.env.npm_lifecycle_event) watchParent(() => stopping.abort())

await main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
process.stdout.write('', () => process.exit())
