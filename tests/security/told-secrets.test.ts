import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ROOT } from '@/scripts/root'
import { createTestDatabase } from '../kit/database'
import { findSecrets } from '../kit/find-secrets'
import { startShopProcess } from '../kit/shop-process'
import { readTold } from '../kit/told'
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

test('whatever a test makes the shop say is looked through', async () => {
  // Of this test alone: others of the run are told things at the same time.
  const folder = mkdtempSync(join(tmpdir(), 'tokoku-told-'))
  vi.stubEnv('TOKOKU_TOLD', folder)
  try {
    await target.place()
    await target.shopper().get(target.server.url, '/help')
    const other = await createTestDatabase()
    await other.drop()
    const told = await waitFor('a line, a page, a form and a row', () => {
      const { counts, findings } = readTold(folder)
      return Object.values(counts).every((count) => count > 0) && { findings }
    })
    expect(told).toEqual({ findings: [] })
  } finally {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  }
})

test('what the shop writes beside its log is looked through as well', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tokoku-told-'))
  vi.stubEnv('TOKOKU_TOLD', folder)
  const code = encodeURIComponent("process.stderr.write('tokoku-browser=8d3f\\n')")
  const server = await startShopProcess({
    databaseUrl: target.shop.databaseUrl,
    variables: { NODE_OPTIONS: `--import=data:text/javascript,${code}` },
  })
  try {
    const found = await waitFor('what was found', () => readTold(folder).findings[0])
    expect(found).toMatch(/^a log: a cookie in: /)
  } finally {
    await server.stop()
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  }
})
