import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Darkroom } from './pictures'

type Row = { file: string; words: string; pictures: string[] }

const read = (folder: string, file: string) => readFileSync(join(folder, file))
const list = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.webp')) : []

/**
 * Compares two folders of pictures and writes `report.html` into `folder`: before, after and the
 * difference side by side. Returns how many pictures differ, are new, or are gone.
 */
export async function writeReport(options: {
  before: string
  after: string
  isWanted(file: string): boolean
  folder: string
  darkroom: Darkroom
}): Promise<number> {
  const { before, after, isWanted, folder, darkroom } = options
  rmSync(join(folder, 'difference'), { recursive: true, force: true })
  mkdirSync(join(folder, 'difference'), { recursive: true })
  const rows: Row[] = []
  const files = new Set([...list(before), ...list(after)].filter(isWanted))
  for (const file of [...files].sort()) {
    const [was, is] = [join(before, file), join(after, file)]
    if (!existsSync(was)) rows.push({ file, words: 'new', pictures: [is] })
    else if (!existsSync(is)) rows.push({ file, words: 'gone', pictures: [was] })
    else {
      const { pixels, picture } = await darkroom.compare(read(before, file), read(after, file))
      if (pixels === 0) continue
      const difference = join(folder, 'difference', file)
      writeFileSync(difference, picture)
      rows.push({ file, words: `${pixels} pixels`, pictures: [was, is, difference] })
    }
  }
  writeFileSync(join(folder, 'report.html'), makePage(rows))
  return rows.length
}

function makePage(rows: Row[]): string {
  const parts = rows.map(
    ({ file, words, pictures }) =>
      `<h2>${file}: ${words}</h2><p>${pictures.map((path) => `<img src="file://${path}" alt="">`).join('')}</p>`,
  )
  const style =
    'body{font:16px sans-serif;margin:2rem}img{width:32%;margin-right:1%;border:1px solid}'
  const summary = rows.length === 0 ? 'Nothing differs.' : `${rows.length} pictures differ.`
  return `<!doctype html><meta charset="utf-8"><title>Screenshots</title><style>${style}</style><h1>${summary}</h1>${parts.join('\n')}`
}
