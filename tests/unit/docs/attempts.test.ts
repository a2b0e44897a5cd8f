import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** The rows of the table of attempts: number, file and the name of a test. */
const rows = [
  ...readFileSync('docs/security.md', 'utf8').matchAll(
    /^\| (\d+) \| [^|]+ \| `([\w/-]+)` \| ([^|]+) \|$/gm,
  ),
].map(([, number, file = '', name = '']) => ({ number: Number(number), file, name }))

test('the security page numbers 26 attempts', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 26 }, (_, i) => i + 1))
})

test.each(rows)('attempt $number is a test of that name: $file, $name', ({ file, name }) => {
  const path = file.startsWith('tests/') ? `${file}.test.ts` : `tests/security/${file}.test.ts`
  const source = readFileSync(path, 'utf8')
  expect(source.includes(`'${name}'`) || source.includes(`"${name}"`)).toBe(true)
})

test('every test that the security page names is there', () => {
  const page = readFileSync('docs/security.md', 'utf8').split('## OWASP')[1] ?? ''
  const cells = [...page.matchAll(/\| ([^|]*) \|$/gm)].map(([, cell = '']) => cell)
  const named = cells.flatMap((cell) =>
    [...cell.matchAll(/`(tests\/[\w/-]+|[\w-]+)`/g)].map((found) => found[1] ?? ''),
  )
  expect(named.length).toBeGreaterThan(50)
  for (const name of named) {
    const path = name.startsWith('tests/') ? name : `tests/security/${name}`
    const endings = ['.test.ts', '.desktop.spec.ts', '.ts']
    const isThere = endings.some((ending) => existsSync(`${path}${ending}`))
    expect([name, isThere]).toEqual([name, true])
  }
})
