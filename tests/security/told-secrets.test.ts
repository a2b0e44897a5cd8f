import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '@/scripts/root'
import { createTestDatabase } from '../kit/database'
import { findSecrets } from '../kit/find-secrets'
import { readTold, type TellKind } from '../kit/told'
import { waitFor } from '../kit/wait-for'
import { openTarget, type Target } from './stage'

let target: Target
beforeAll(async () => {
  target = await openTarget()
}, 240_000)
afterAll(() => target.close())

const filesOf = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

test('what browsers are sent has no key, no source map and nothing of the server', () => {
  const files = filesOf('.next/static')
  expect(files.length).toBeGreaterThan(5)
  for (const file of files) {
    expect(file).not.toMatch(/\.map$/)
    const text = readFileSync(file, 'utf8')
    expect(findSecrets(text).map((told) => `${file}: ${told}`)).toEqual([])
    expect(text).not.toMatch(
      /sourceMappingURL=(?!data:)|MIDTRANS_SERVER_KEY|DATABASE_URL|placement_digest/,
    )
  }
})

test('the build has neither a key nor anything of the local Midtrans', () => {
  for (const file of filesOf('.next/server').filter((each) => /\.(js|json|html|rsc)$/.test(each))) {
    const text = readFileSync(file, 'utf8')
    expect(
      findSecrets(text, ['a cookie', 'a full phone number']).map((told) => `${file}: ${told}`),
    ).toEqual([])
    expect(text.includes('/_sandbox/')).toBe(false)
  }
})

test('pages, answers and errors tell no secret', async () => {
  const shopper = target.shopper()
  const orderId = await target.place(shopper)
  const paths = [
    '/',
    '/cart',
    '/help',
    '/orders',
    '/nowhere',
    '/%F0%9F',
    '/api/health',
    '/api/nothing',
  ]
  const ends = ['', '/status', '/timeline', '/timeline.json', '/finish?result=failure']
  for (const path of [
    ...paths,
    ...ends.map((end) => `/orders/${orderId}${end}`),
    `/checkout/${orderId}`,
  ]) {
    const { text } = await shopper.get(target.server.url, path)
    expect(findSecrets(text).map((told) => `${path}: ${told}`)).toEqual([])
  }
})

test('whatever else this run is told is looked through when it ends', async () => {
  const count = () => readTold(process.env.TOKOKU_TOLD ?? '').counts
  const before = count()
  await target.place()
  const other = await createTestDatabase()
  await other.drop()
  await waitFor('a line, a page, a form and a row more', () => {
    const now = count()
    return Object.entries(before).every(([kind, number]) => now[kind as TellKind] > number)
  })
})
