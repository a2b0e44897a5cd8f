import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const pages = [
  'README.md',
  'SECURITY.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
].sort()

const scripts: Record<string, string> = JSON.parse(readFileSync('package.json', 'utf8')).scripts

/** As GitHub makes them of headings. */
function anchorsOf(page: string): string[] {
  const headings = readFileSync(page, 'utf8').matchAll(/^#+ (.+)$/gm)
  return [...headings].map(([, text = '']) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

test.each(pages)('every link of %s leads somewhere', (page) => {
  const links = readFileSync(page, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)
  const broken = [...links].flatMap(([, link = '']) => {
    if (/^(https?|mailto):/.test(link)) return []
    const [path = '', anchor] = link.split('#')
    const target = path ? join(dirname(page), path) : page
    if (!existsSync(target)) return [link]
    return anchor && !anchorsOf(target).includes(anchor) ? [link] : []
  })
  expect(broken).toEqual([])
})

test('no command of package.json names a file that is not there', () => {
  const files = Object.values(scripts).flatMap(
    (line) => line.match(/[\w/.-]+\.(?:ts|mjs)\b/g) ?? [],
  )
  expect(files.filter((file) => !existsSync(file))).toEqual([])
})
