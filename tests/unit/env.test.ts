import { describe, expect, test } from 'vitest'
import { EnvironmentError, isLoopback, parseEnvironment } from '@/lib/env'

const complete = {
  DATABASE_URL: 'postgresql://shop@localhost/shop',
  APP_URL: 'http://localhost:3000',
  MIDTRANS_SERVER_KEY: 'SB-Mid-server-x',
}

function sentencesOf(variables: Record<string, string | undefined>): string[] {
  try {
    parseEnvironment(variables)
    return []
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error
    return error.message.split('\n')
  }
}

test('three variables are enough, and the rest has its defaults', () => {
  expect(parseEnvironment(complete)).toMatchObject({
    MIDTRANS_ENV: 'local',
    MIDTRANS_API_URL: 'http://localhost:4000',
    DEFAULT_LOCALE: 'en',
    LOG_LEVEL: 'info',
    WORKER: 'inline',
    SCHEDULE_SCALE: 1,
  })
})

test('a variable that is set to nothing is not set', () => {
  const empty = {
    DATABASE_DIRECT_URL: '',
    MIDTRANS_MERCHANT_ID: '',
    MIDTRANS_ENV: '',
    MIDTRANS_API_URL: '',
    ALLOW_LOCAL_MIDTRANS: '',
    DEFAULT_LOCALE: '',
    LOG_LEVEL: '',
    WORKER: '',
    SCHEDULE_SCALE: '',
  }
  expect(parseEnvironment({ ...complete, ...empty })).toEqual(parseEnvironment(complete))
})

test.each([
  ['sandbox', 'https://api.sandbox.midtrans.com'],
  ['production', 'https://api.midtrans.com'],
])('in %s the API is %s', (MIDTRANS_ENV, api) => {
  const variables = { ...complete, MIDTRANS_ENV, MIDTRANS_SERVER_KEY: 'Mid-server-x' }
  expect(parseEnvironment(variables).MIDTRANS_API_URL).toBe(api)
})

test('every variable that is missing has one sentence, with where it comes from', () => {
  expect(sentencesOf({})).toEqual([
    'DATABASE_URL is missing. The Postgres connection string; `npm run db` starts one and prints its URL.',
    'APP_URL is missing. The public address of this shop, such as http://localhost:3000.',
    'MIDTRANS_SERVER_KEY is missing. From the Midtrans dashboard: Settings > Access Keys. The demo makes one up for the local sandbox.',
  ])
  expect(sentencesOf({ DATABASE_URL: '', APP_URL: '', MIDTRANS_SERVER_KEY: '' })).toHaveLength(3)
})

describe('one sentence says what is wrong with', () => {
  test.each([
    ['DATABASE_URL', 'mysql://localhost/shop', 'is not a Postgres URL'],
    ['APP_URL', 'localhost:3000', 'is not an http or https URL'],
    ['APP_URL', 'nope', 'is not an http or https URL'],
    ['APP_URL', 'ftp://localhost', 'is not an http or https URL'],
    ['APP_URL', 'http://localhost:3000/shop', 'has a path; give only scheme, host and port'],
    ['ALLOW_LOCAL_MIDTRANS', '0', 'is none of its values'],
    ['ALLOW_LOCAL_MIDTRANS', 'false', 'is none of its values'],
    ['MIDTRANS_SERVER_KEY', 'SB-Mid server', 'contains a space or a line break'],
    ['MIDTRANS_SERVER_KEY', 'SB-Mid-server-x\n', 'contains a space or a line break'],
    ['MIDTRANS_ENV', 'live', 'is none of its values'],
    ['MIDTRANS_API_URL', 'api.midtrans.com', 'is not an http or https URL'],
    ['DEFAULT_LOCALE', 'fr', 'is none of its values'],
    ['LOG_LEVEL', 'loud', 'is none of its values'],
    ['WORKER', 'yes', 'is none of its values'],
    ['SCHEDULE_SCALE', 'fast', 'is none of its values'],
    ['SCHEDULE_SCALE', '0', 'is none of its values'],
    ['SCHEDULE_SCALE', '2', 'is none of its values'],
  ])('%s=%j', (name, value, problem) => {
    const [sentence, ...more] = sentencesOf({ ...complete, [name]: value })
    expect(more).toEqual([])
    expect(sentence?.startsWith(`${name} ${problem}. `)).toBe(true)
    // After what is wrong comes what would be right.
    expect(sentence?.length).toBeGreaterThan(`${name} ${problem}. `.length)
  })
})

describe('pretend money', () => {
  const inPublic = { ...complete, APP_URL: 'https://shop.example' }

  test('is not taken by a public shop', () => {
    const [sentence] = sentencesOf(inPublic)
    expect(sentence).toMatch(/^MIDTRANS_ENV is local, but APP_URL is https:\/\/shop\.example: /)
  })

  test('is taken on the own network by whoever says so', () => {
    expect(sentencesOf({ ...inPublic, ALLOW_LOCAL_MIDTRANS: '1' })).toEqual([])
  })

  test('is not taken by a public shop whose Midtrans is on this machine', () => {
    const leftOver = { MIDTRANS_ENV: 'sandbox', MIDTRANS_API_URL: 'http://localhost:4000' }
    const [sentence] = sentencesOf({ ...inPublic, ...leftOver })
    expect(sentence).toMatch(/^MIDTRANS_API_URL is local, but APP_URL is /)
  })

  test("is not taken with a sandbox's key in production", () => {
    const [sentence] = sentencesOf({ ...inPublic, MIDTRANS_ENV: 'production' })
    expect(sentence).toMatch(/^MIDTRANS_SERVER_KEY begins with SB-, a sandbox key/)
  })

  test('is taken with a key of the newer form, which tells no environment', () => {
    const key = { ...inPublic, MIDTRANS_SERVER_KEY: 'Mid-server-x' }
    expect(sentencesOf({ ...key, MIDTRANS_ENV: 'sandbox' })).toEqual([])
  })
})

describe('nothing crosses a network in clear', () => {
  const inPublic = { ...complete, APP_URL: 'https://shop.example', MIDTRANS_SERVER_KEY: 'Mid-x' }

  test.each(['sandbox', 'production'])('not the server key in %s', (MIDTRANS_ENV) => {
    const there = { MIDTRANS_ENV, MIDTRANS_API_URL: 'http://api.midtrans.com' }
    const [sentence, ...more] = sentencesOf({ ...inPublic, ...there })
    expect(sentence).toMatch(/^MIDTRANS_API_URL is http: the server key would cross/)
    expect(more).toEqual([])
  })

  test('not an order, in production', () => {
    const here = { APP_URL: 'http://shop.example', MIDTRANS_ENV: 'production' }
    const [sentence, ...more] = sentencesOf({ ...inPublic, ...here })
    expect(sentence).toMatch(/^APP_URL is http: orders and contacts would cross/)
    expect(more).toEqual([])
  })

  test('but on this machine there is no network', () => {
    const here = { APP_URL: 'http://localhost:3000', MIDTRANS_API_URL: 'http://127.0.0.1:4000' }
    expect(sentencesOf({ ...inPublic, ...here, MIDTRANS_ENV: 'production' })).toEqual([])
  })
})

test('no sentence tells the server key or the password of the database', () => {
  const secrets = {
    DATABASE_URL: 'mysql://shop:hunter2@localhost/shop',
    MIDTRANS_SERVER_KEY: 'SB-Mid server-secret',
  }
  expect(sentencesOf({ ...complete, ...secrets }).join()).not.toMatch(/hunter2|secret/)
})

test.each([
  'http://localhost',
  'http://LOCALHOST:1',
  'http://127.0.0.1',
  'http://127.9.8.7',
  'http://[::1]:80',
])('%s is this machine', (url) => expect(isLoopback(url)).toBe(true))

test.each([
  'http://localhost.evil.com',
  'http://127.0.0.1.evil.com',
  'http://notlocalhost',
  'http://0.0.0.0',
  'http://192.168.1.7',
  'http://[::2]',
  'http://evil.com/?localhost',
  'http://localhost@evil.com',
])('%s is not', (url) => {
  expect(isLoopback(url)).toBe(false)
})
