import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { ensureBuild } from '@/scripts/build/ensure-build'
import { ROOT } from '@/scripts/root'
import { sizes } from './storm/size'
import { raiseStorm } from './storm/storm'
import { formatTable } from './storm/table'

const USAGE = `npm run chaos                  500 orders in a storm
npm run chaos -- --large       10,000 orders
npm run chaos -- --small       the storm of the test suite
npm run chaos -- --seed 123    the choices of an earlier run once more
npm run chaos -- --matrix      every place at which a process can be killed`

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      large: { type: 'boolean' },
      small: { type: 'boolean' },
      matrix: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return 0
  }
  await ensureBuild({ say: console.log })
  if (values.matrix) return runMatrix()
  const seed = values.seed ? Number(values.seed) : Date.now() & 0x7fffffff
  if (!Number.isSafeInteger(seed)) throw new Error('--seed takes a whole number')
  const size = values.large ? sizes.large : values.small ? sizes.small : sizes.usual
  console.log(`seed ${seed}`)
  const report = await raiseStorm(size, seed, (line) => console.log(line))
  console.log(`\n${formatTable(report)}`)
  if (report.wrong.length > 0) console.log(`\n${report.wrong.join('\n')}`)
  return report.wrong.length > 0 ? 1 : 0
}

function runMatrix(): number {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'chaos', 'crash-']
  const { status } = spawnSync(process.execPath, vitest, {
    cwd: ROOT,
    env: { ...process.env, CRASH_MATRIX: 'full' },
    stdio: 'inherit',
  })
  return status ?? 1
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
process.exit()
