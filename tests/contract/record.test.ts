import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { redact } from '@/scripts/record/redact'
import { ROOT } from '@/scripts/root'
import { newOrderId } from './support/client'
import { findDifferences } from './support/differences'
import { newMerchant } from './support/merchant'
import { runSandbox } from './support/setup'

/** Each run starts a process, and that process a sandbox. */
const PATIENCE_MS = 60_000

/** Stands for Midtrans's own: `npm run record` starts another one to compare it with. */
const sandbox = runSandbox()

async function record(env: Record<string, string>): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/record.ts'], {
    cwd: ROOT,
    env: { ...process.env, MIDTRANS_SANDBOX_SERVER_KEY: '', ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  const [code] = await once(child, 'close')
  return { code, output }
}

describe('npm run record', () => {
  it(
    'without a key says in one sentence which variable to set',
    async () => {
      const { code, output } = await record({})
      expect(code).toBe(1)
      expect(output).toMatch(/^Set MIDTRANS_SANDBOX_SERVER_KEY to .+\.\n$/)
    },
    PATIENCE_MS,
  )

  it.each([
    ['nothing, where nothing differs', {}, 0, []],
    [
      'each other word, where the other gateway speaks as before 2022',
      { wording: 'legacy' },
      1,
      ['✗ refund-unpaid', '✗ expire-cancelled', '✗ expire-qris', 'transaction has expired'],
    ],
  ])(
    'finds %s',
    async (_, settings, code, found) => {
      const merchant = await newMerchant(sandbox.client, settings)
      const result = await record({
        MIDTRANS_SANDBOX_SERVER_KEY: merchant.serverKey,
        MIDTRANS_SANDBOX_API_URL: merchant.base,
      })
      expect(result.code).toBe(code)
      for (const line of found) expect(result.output).toContain(line)
      const crosses = found.filter((line) => line.startsWith('✗'))
      expect(result.output.match(/^✗ .+$/gm) ?? []).toHaveLength(crosses.length)
    },
    PATIENCE_MS,
  )

  it('keeps the form of what it hides: the merchant, the numbers, the signature and the key', async () => {
    const { client } = sandbox
    const orderId = newOrderId()
    const { body: charged } = await client.charge(orderId, { payment_type: 'qris' })
    for (const body of [charged, (await client.status(orderId)).body]) {
      const hidden = redact({ ...body, note: `by ${client.serverKey}` }, client.serverKey)
      expect(findDifferences({ ...body, note: 'by REDACTED' }, hidden)).toEqual([])
      const text = JSON.stringify(hidden)
      const secrets = [client.serverKey, body.merchant_id, body.signature_key, '5906Tokoku']
      for (const secret of secrets) if (secret) expect(text).not.toContain(String(secret))
    }
  })
})
