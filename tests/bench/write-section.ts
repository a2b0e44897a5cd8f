import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '@/scripts/root'

const FILE = join(ROOT, 'docs', 'benchmarks.md')
const TITLE =
  '# Benchmarks\n\nRatios, measured in one run on one machine. Absolute rates say more about that machine than about the code.\n'

/** Puts one section in its place in docs/benchmarks.md; the others stay. */
export function writeSection(heading: string, text: string): void {
  const before = existsSync(FILE) ? readFileSync(FILE, 'utf8') : TITLE
  const section = new RegExp(`## ${heading}\\n[^]*?(?=\\n## |$)`)
  const written = `## ${heading}\n\n${text}`
  const after = section.test(before)
    ? before.replace(section, () => written)
    : `${before.trimEnd()}\n\n${written}`
  writeFileSync(FILE, `${after.trimEnd()}\n`)
}
