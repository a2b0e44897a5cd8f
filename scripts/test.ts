import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from './browser'
import { ensureBuild } from './build/ensure-build'
import { ensurePrismaClient } from './build/prisma-client'
import { readCounts } from './test/counts'
import { lint, playwright, runStep, type Step, types, vitest } from './test/steps'

const total = { passed: 0, failed: 0 }

class StepFailed extends Error {}

async function pass(step: Step): Promise<void> {
  console.log(`\n── ${step.name}`)
  const startedAt = Date.now()
  const ok = await runStep(step)
  const counts = step.report ? readCounts(step.report) : { passed: 0, failed: 0 }
  total.passed += counts.passed
  total.failed += ok ? counts.failed : Math.max(counts.failed, 1)
  const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1)
  console.log(`── ${step.name} ${ok ? 'passed' : 'failed'} in ${seconds} s`)
  if (!ok) throw new StepFailed(step.name)
}

async function runAll(reports: string): Promise<void> {
  const browser = ensureBrowser()
  await ensurePrismaClient()
  await pass(lint)
  await pass(types)
  // Unit tests take seconds and leave a core idle: the build uses the time.
  const build = ensureBuild({ say: console.log })
  build.catch(() => {})
  await pass(vitest('unit', reports))
  await build
  await pass(vitest('integration', reports))
  await pass(vitest('security', reports))
  await pass(vitest('model', reports))
  await pass(vitest('fuzz', reports))
  await pass(vitest('chaos', reports))
  await pass(vitest('contract', reports))
  await pass(playwright(browser, reports))
}

const reports = mkdtempSync(join(tmpdir(), 'tokoku-reports-'))
try {
  await runAll(reports)
} catch (error) {
  if (!(error instanceof StepFailed)) {
    console.error((error as Error).message)
    total.failed += 1
  }
}
rmSync(reports, { recursive: true, force: true })
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed > 0 ? 1 : 0)
