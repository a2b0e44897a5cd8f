import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '@/scripts/root'

// npm run model -- [--runs=10000] [--seed=1 [--path=0:3]]: with a seed and a path, that one run.
const { values } = parseArgs({
  options: { runs: { type: 'string' }, seed: { type: 'string' }, path: { type: 'string' } },
})

const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
const child = spawn(process.execPath, [vitest, 'run', '--project', 'model', 'tests/model/model'], {
  cwd: ROOT,
  env: {
    ...process.env,
    MODEL_RUNS: values.runs ?? (values.path ? '1' : '10000'),
    MODEL_SEED: values.seed ?? '',
    MODEL_PATH: values.path ?? '',
  },
  stdio: 'inherit',
})
child.once('exit', (code) => {
  process.exitCode = code ?? 1
})
