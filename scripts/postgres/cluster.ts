import { spawn } from 'node:child_process'
import { chownSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from './account'
import type { Home } from './home'

/** The environment of Postgres's programs: nothing of the caller's locale or PG* variables. */
export const POSTGRES_ENVIRONMENT: NodeJS.ProcessEnv = {
  // Next's types ask for it; Postgres does not read it.
  NODE_ENV: 'production',
  PATH: process.env.PATH,
  LC_ALL: 'C',
}

function runInitdb(program: string, flags: string[], home: Home, signal: AbortSignal | undefined) {
  return new Promise<void>((resolve, reject) => {
    const child = spawn(program, flags, {
      ...home.account,
      cwd: home.folder,
      env: POSTGRES_ENVIRONMENT,
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(signal && { signal }),
    })
    let output = ''
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`initdb could not make the database (exit code ${code}):\n${output}`))
    })
  })
}

function writeFor(account: Account, file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600 })
  if (account.uid !== undefined && account.gid !== undefined) {
    chownSync(file, account.uid, account.gid)
  }
}

/**
 * Makes the cluster `{home}/data` unless it is there, and returns its folder. It gets its name only
 * when it is whole, so a process killed half-way leaves nothing that looks like a database.
 */
export async function ensureCluster(
  binaries: string,
  home: Home,
  password: string,
  signal: AbortSignal | undefined,
): Promise<string> {
  const data = join(home.folder, 'data')
  if (existsSync(data)) return data
  const half = join(home.folder, 'data.new')
  const passwordFile = join(home.folder, 'password.new')
  rmSync(half, { recursive: true, force: true })
  writeFor(home.account, passwordFile, `${password}\n`)
  const flags = [
    `--pgdata=${half}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Postgres's own C.UTF-8: it sorts the same on every machine and needs no locale of the system.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
  try {
    await runInitdb(join(binaries, 'initdb'), flags, home, signal)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(half, data)
  return data
}
