// Starts the sandbox as one bundle, made in memory: to load its hundred sources and their libraries one by one
// through a compiler takes two thirds of a second, to bundle them first a tenth.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { compileFunction } from 'node:vm'
import { build, stop } from 'esbuild'

const entry = fileURLToPath(new URL('./main.ts', import.meta.url))

/** A bundle has one address for all its sources, but each looks for its files beside itself. */
const ownAddresses = {
  name: 'own-addresses',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]sandbox[\\/].*\.tsx?$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      const address = JSON.stringify(pathToFileURL(path).href)
      return {
        contents: source.replaceAll('import.meta.url', address),
        loader: path.endsWith('x') ? 'tsx' : 'ts',
      }
    })
  },
}

const { outputFiles } = await build({
  entryPoints: [entry],
  bundle: true,
  write: false,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  jsx: 'automatic',
  external: ['lmdb'],
  plugins: [ownAddresses],
  logLevel: 'error',
})
await stop()
const run = compileFunction(outputFiles[0].text, ['require'], { filename: 'sandbox.cjs' })
run(createRequire(import.meta.url))
