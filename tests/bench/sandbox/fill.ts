import { charge } from '@/sandbox/api/charge'
import { findMerchant } from '@/sandbox/api/merchants'
import { readConfig } from '@/sandbox/config'
import { createSandbox } from '@/sandbox/sandbox'
import { newCharge, SERVER_KEY } from './charges'

const BATCH = 2_000

/** Puts transactions into the state of a sandbox that is not running, as charges would. */
export async function fillStore(dataDir: string, transactions: number): Promise<void> {
  const sandbox = createSandbox(readConfig({ DATA_DIR: dataDir }))
  const merchant = findMerchant(sandbox, SERVER_KEY)
  const context = { baseUrl: 'http://localhost:4000', appendUrls: [], overrideUrls: [] }
  for (let done = 0; done < transactions; done += BATCH) {
    sandbox.store.write(() => {
      for (let i = 0; i < BATCH; i += 1) {
        charge(sandbox, merchant, JSON.parse(newCharge().body), context, undefined)
      }
    })
    if (done % 50_000 === 0) process.stdout.write(`\r  filling the store: ${done} transactions`)
    await new Promise((resolve) => setImmediate(resolve))
  }
  process.stdout.write(`\r  filling the store: ${transactions} transactions\n`)
  await sandbox.store.close()
}
