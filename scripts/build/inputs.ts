import { createHash, type Hash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ROOT } from '../root'

/**
 * What never goes into a build, as paths from the checkout. Whatever else is there may, so that
 * nothing is forgotten. The generated client of prisma/ follows from the schema, which is added.
 */
const NOT_BUILT = new Set([
  ...['docs', 'node_modules', 'prisma', 'public', 'sandbox', 'scripts', 'test-results', 'tests'],
  ...[
    'biome.json',
    'next-env.d.ts',
    'playwright.config.ts',
    'playwright.all.config.ts',
    'vitest.config.ts',
  ],
])

function isBuilt(path: string): boolean {
  const name = basename(path)
  if (name.startsWith('.') || NOT_BUILT.has(path) || /\.(md|tsbuildinfo|log)$/.test(name))
    return false
  // A DATA_DIR inside the checkout.
  return !existsSync(join(ROOT, path, 'tokoku-data'))
}

function addFile(hash: Hash, path: string): void {
  hash
    .update(`${path}\0`)
    .update(readFileSync(join(ROOT, path)))
    .update('\0')
}

function addFolder(hash: Hash, folder: string): void {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (!isBuilt(path)) continue
    if (entry.isDirectory()) addFolder(hash, path)
    else if (entry.isFile()) addFile(hash, path)
  }
}

/**
 * A hash of all that decides what a build looks like: the sources, the lock file (among them), the
 * Node version, and the one setting that Next writes into a build.
 */
export function hashBuildInputs(): string {
  const hash = createHash('sha256')
  hash.update(`node ${process.versions.node.split('.')[0]} ${process.platform} ${process.arch}\0`)
  hash.update(`${process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? ''}\0`)
  addFile(hash, join('prisma', 'schema.prisma'))
  addFolder(hash, '')
  return hash.digest('hex')
}
