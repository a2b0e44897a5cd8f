import { rmSync } from 'node:fs'
import { startSandbox } from '@/tests/kit/sandbox-process'
import { makeDataDir } from '@/tests/kit/temp-dir'
import { describeTimes } from '../load'
import { startNoOpServer } from '../no-op'
import { measureCharges } from './charges'
import { fillStore } from './fill'
import { measureNotifications } from './payments'

const AT_ONCE = 50

const ms = (value: number) => `${value.toFixed(1)} ms`
const rate = (value: number) => `${Math.round(value)}/s`

/** Figures of the local Midtrans, each beside what the machine can do with requests that ask for nothing. */
export async function run([wanted = '1000000']: string[]): Promise<void> {
  const dataDir = makeDataDir('bench')
  const noOp = await startNoOpServer()
  const rows: Record<string, Record<string, string | number>> = {}

  async function measure(store: string): Promise<number> {
    const sandbox = await startSandbox({ dataDir })
    // The first thousand requests of a process are slower than all others.
    await noOp.measure(AT_ONCE, 5_000)
    await measureCharges(sandbox.url, AT_ONCE, 3_000)
    const alone = {
      charge: await measureCharges(sandbox.url, 1, 1_000),
      noOp: await noOp.measure(1, 1_000),
    }
    const many = {
      charge: await measureCharges(sandbox.url, AT_ONCE, 10_000),
      noOp: await noOp.measure(AT_ONCE, 10_000),
    }
    const told = await measureNotifications(sandbox.url, 1, 300)
    const toldAtOnce = await measureNotifications(sandbox.url, AT_ONCE, 1_000)
    rows[`charge alone, ${store}`] = {
      median: ms(alone.charge.median),
      '99 %': ms(alone.charge.p99),
      rate: rate(alone.charge.perSecond),
      errors: alone.charge.errors,
      'no-op median': ms(alone.noOp.median),
      'no-op rate': rate(alone.noOp.perSecond),
    }
    rows[`charge, ${AT_ONCE} at once, ${store}`] = {
      median: ms(many.charge.median),
      '99 %': ms(many.charge.p99),
      rate: rate(many.charge.perSecond),
      errors: many.charge.errors,
      'no-op median': ms(many.noOp.median),
      'no-op rate': rate(many.noOp.perSecond),
    }
    rows[`notification after payment, ${store}`] = { median: ms(told.median), '99 %': ms(told.p99) }
    rows[`notification, ${AT_ONCE} payments at once, ${store}`] = {
      median: ms(toldAtOnce.median),
      '99 %': ms(toldAtOnce.p99),
    }
    await sandbox.stop()
    return many.charge.perSecond
  }

  console.log('with an empty store')
  const empty = await measure('empty store')
  console.log(`with ${wanted} transactions`)
  await fillStore(dataDir, Number(wanted))
  const full = await measure(`${wanted} transactions`)

  const starts: number[] = []
  for (let start = 0; start < 3; start += 1) {
    const startedAt = performance.now()
    const started = await startSandbox({ dataDir })
    starts.push(performance.now() - startedAt)
    await started.stop()
  }
  rows['start to first answer'] = { median: ms(describeTimes(starts).median) }
  const sandbox = await startSandbox({ dataDir })
  const resetAt = performance.now()
  await fetch(`${sandbox.url}/_sandbox/reset`, { method: 'POST' })
  rows['reset of everything'] = { median: ms(performance.now() - resetAt) }
  await sandbox.stop()
  await noOp.stop()
  rmSync(dataDir, { recursive: true, force: true })

  console.table(rows)
  const share = Math.round((full / empty) * 100)
  console.log(`with ${wanted} transactions it charges at ${share} % of the rate of an empty store`)
}
