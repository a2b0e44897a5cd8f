import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const stages = readFileSync('Dockerfile', 'utf8').split(/^(?=FROM )/m)
const stageOf = (name: string) => stages.find((stage) => stage.includes(` AS ${name}\n`)) ?? ''

test('what the Dockerfile copies is there', () => {
  const sources = stages.flatMap((stage) =>
    [...stage.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = '']) =>
      paths.split(' '),
    ),
  )
  expect(sources).toContain('package-lock.json')
  expect(sources.filter((path) => !existsSync(path))).toEqual([])
})

test.each(['shop', 'tools'])('the image %s runs as a user without rights', (name) => {
  expect(stageOf(name)).toMatch(/^USER node\n(?!.*^(?:USER|COPY|RUN) )/ms)
})

test('the image of the shop has the server and what it serves, and no source', () => {
  const copies = [...stageOf('shop').matchAll(/^COPY .+$/gm)].map(([copy]) => copy)
  expect(copies).toEqual([
    'COPY --from=build /app/.next/standalone ./',
    'COPY --from=build /app/.next/static ./.next/static',
    'COPY --from=build /app/public ./public',
  ])
})

test('nothing secret, built or kept on this machine gets into an image', () => {
  const ignored = readFileSync('.dockerignore', 'utf8').split('\n')
  expect(ignored).toEqual(
    expect.arrayContaining(['.env*', '.git', '.data', '.next', 'node_modules']),
  )
  expect(stages.join('')).not.toMatch(/^(?:ARG|ENV) .*(?:KEY|PASSWORD|DATABASE_URL)/m)
})

test("the documents give the owner's password to the commands that need it, and never to the shop", () => {
  const text = readFileSync('docs/deploying.md', 'utf8')
  const runs = [...text.matchAll(/^docker run .*$/gm)].map(([line]) => line)
  const asOwner = runs.filter((line) => line.includes('-e DATABASE_OWNER_URL '))
  expect(asOwner.map((line) => line.split('npm run ')[1])).toEqual(['db:migrate', 'db:seed'])
  expect(runs.filter((line) => line.endsWith(' tokoku'))).toHaveLength(1)
  expect(text).toContain('It has no place in `.env`')
  expect(readFileSync('.env.example', 'utf8')).not.toMatch(/^DATABASE_OWNER_URL=./m)
})
