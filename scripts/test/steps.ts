import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ROOT } from '../root'

/** A step of the whole test run. `report` is the file it writes its counts to. */
export type Step = { name: string; commands: string[][]; env?: NodeJS.ProcessEnv; report?: string }

const program = (...path: string[]): string => join(ROOT, 'node_modules', ...path)

const NEXT = program('next', 'dist', 'bin', 'next')

/** Format and lint in one. */
export const lint: Step = {
  name: 'lint',
  commands: [[program('@biomejs', 'biome', 'bin', 'biome'), 'check', '.']],
}

/** Next first writes the types of its routes, which a fresh checkout does not have. */
export const types: Step = {
  name: 'types',
  commands: [
    [NEXT, 'typegen'],
    [program('typescript', 'bin', 'tsc'), '--noEmit'],
  ],
}

/** One project of vitest.config.ts. */
export function vitest(project: string, reports: string): Step {
  const report = join(reports, `${project}.json`)
  const flags = ['--project', project, '--reporter=default', '--reporter=json']
  return {
    name: project,
    commands: [[program('vitest', 'vitest.mjs'), 'run', ...flags, `--outputFile.json=${report}`]],
    report,
  }
}

/** The browser tests. */
export function playwright(browser: string, reports: string): Step {
  const report = join(reports, 'e2e.json')
  return {
    name: 'e2e',
    commands: [[program('playwright', 'cli.js'), 'test', '--reporter=list,json']],
    env: { ...process.env, CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    report,
  }
}

/** Runs the step's commands, their output to ours. True when all of them end well. */
export async function runStep(step: Step): Promise<boolean> {
  for (const command of step.commands) {
    const child = spawn(process.execPath, command, {
      cwd: ROOT,
      env: step.env ?? process.env,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const [code] = await once(child, 'exit')
    if (code !== 0) return false
  }
  return true
}
