import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const files = ['app', 'components']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => /\.tsx?$/.test(file))

test('nothing that runs in the browser brings the translator or the texts along', () => {
  const inBrowser = files.filter((file) => readFileSync(file, 'utf8').startsWith("'use client'"))
  expect(inBrowser.length).toBeGreaterThan(5)
  const imports = inBrowser.flatMap((file) =>
    (
      readFileSync(file, 'utf8').match(
        /^import (?!type ).*'(next-intl.*|@\/messages\/.*|@\/lib\/i18n\/messages)'$/gm,
      ) ?? []
    ).map((line) => `${file}: ${line}`),
  )
  expect(imports).toEqual([])
})
