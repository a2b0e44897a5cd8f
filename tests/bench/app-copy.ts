import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeMachineEnvironment } from '@/scripts/demo/environment'
import { spawnNode } from '@/scripts/node-child'
import { ROOT } from '@/scripts/root'

/** Inside the checkout, so that its node_modules are found, and where git and a build do not look. */
const FOLDER = join(ROOT, '.data', 'bench-app')
const NEXT = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next')
/** Next takes the folder of a lock file for the root, and finds no modules in one that has none. */
const LEFT_OUT =
  /^(\..*|docs|node_modules|sandbox|scripts|tests|package-lock\.json|.*\.tsbuildinfo)$/

/** The fonts' files are named by a path, so they are not looked for further up. */
const FONTS = ['@fontsource', '@fontsource-variable'].map((name) => join('node_modules', name))

/**
 * Builds the shop as it is now with these files more under app/, to compare with what does nothing. Returns
 * the folder.
 */
export async function buildWith(files: Record<string, string>): Promise<string> {
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  for (const name of readdirSync(ROOT).filter((entry) => !LEFT_OUT.test(entry))) {
    cpSync(join(ROOT, name), join(FOLDER, name), { recursive: true })
  }
  for (const fonts of FONTS) cpSync(join(ROOT, fonts), join(FOLDER, fonts), { recursive: true })
  for (const [path, text] of Object.entries(files)) {
    const file = join(FOLDER, 'app', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  const child = spawnNode({
    args: [NEXT, 'build', FOLDER],
    env: { ...makeMachineEnvironment(), NODE_ENV: 'production' },
  })
  const way = await child.ended
  if (way !== 'exit code 0') throw new Error(`next build failed:\n${child.lastLines().join('\n')}`)
  return FOLDER
}
