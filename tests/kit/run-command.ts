import { execFile } from 'node:child_process'
import { ROOT } from '@/scripts/root'
import { tell } from './told'

export type CommandEnd = { code: number; output: string }

/** Runs a script of the shop to its end, with the environment of this test. */
export function runCommand(
  script: string,
  args: string[] = [],
  env: Record<string, string> = {},
): Promise<CommandEnd> {
  const start = ['--conditions=react-server', '--import', 'tsx', `scripts/${script}.ts`, ...args]
  const options = { cwd: ROOT, env: { ...process.env, ...env }, timeout: 60_000 }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, start, options, (error, stdout, stderr) => {
      for (const line of (stdout + stderr).split('\n').filter(Boolean)) tell('log', line)
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr })
    })
    child.stdin?.end()
  })
}
