import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeMachineEnvironment } from '@/scripts/demo/environment'
import { spawnNode } from '@/scripts/node-child'
import { ROOT } from '@/scripts/root'

/** Inside the checkout, so that its node_modules are found, and where git and a build do not look. */
const FOLDER = join(ROOT, '.data', 'bench-app')
const NEXT = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next')
/** Next takes the folder of a lock file for the root, and finds no modules in one that has none. */
const LEFT_OUT =
  /^(\..*|docs|node_modules|sandbox|scripts|tests|package-lock\.json|.*\.tsbuildinfo)$/

/** app/fonts.ts names its file by a path, so it is not looked for further up. */
const FONTS = join('node_modules', '@fontsource-variable')

const EMPTY_ROUTE = `export function POST() {
  return Response.json({ result: 'empty' })
}
`

/** Builds the shop as it is now with one more route, which does nothing. Returns the folder. */
export async function buildWithEmptyRoute(): Promise<string> {
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  for (const name of readdirSync(ROOT).filter((entry) => !LEFT_OUT.test(entry))) {
    cpSync(join(ROOT, name), join(FOLDER, name), { recursive: true })
  }
  cpSync(join(ROOT, FONTS), join(FOLDER, FONTS), { recursive: true })
  mkdirSync(join(FOLDER, 'app', 'api', 'empty'), { recursive: true })
  writeFileSync(join(FOLDER, 'app', 'api', 'empty', 'route.ts'), EMPTY_ROUTE)
  const child = spawnNode({
    args: [NEXT, 'build', FOLDER],
    env: { ...makeMachineEnvironment(), NODE_ENV: 'production' },
  })
  const way = await child.ended
  if (way !== 'exit code 0') throw new Error(`next build failed:\n${child.lastLines().join('\n')}`)
  return FOLDER
}
