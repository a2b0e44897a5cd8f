import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '@/scripts/root'

// npm run fuzz [-- notification] [--count=100000] [--seed=1] [--case=7]: what to fuzz is a folder beside
// this file, the whole shop when none is named; a seed and a number send that one case again.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string' }, seed: { type: 'string' }, case: { type: 'string' } },
})
const [target = 'shop'] = positionals
const folder = join(ROOT, 'tests', 'fuzz', target)

if (!/^\w+$/.test(target) || !existsSync(folder)) {
  console.error('npm run fuzz [-- shop | notification | sandbox]')
  process.exit(1)
}
const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
const child = spawn(process.execPath, [vitest, 'run', '--project', 'fuzz', folder], {
  cwd: ROOT,
  env: {
    ...process.env,
    FUZZ_COUNT: values.count ?? (target === 'shop' ? '200000' : '100000'),
    FUZZ_SEED: values.seed ?? '',
    FUZZ_CASE: values.case ?? '',
  },
  stdio: 'inherit',
})
child.once('exit', (code) => {
  process.exitCode = code ?? 1
})
