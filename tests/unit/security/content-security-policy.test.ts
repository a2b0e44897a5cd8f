import { afterEach, describe, expect, test, vi } from 'vitest'

const complete = {
  DATABASE_URL: 'postgresql://shop@localhost/shop',
  MIDTRANS_SERVER_KEY: 'Mid-server-x',
  NODE_ENV: 'production',
  MIDTRANS_API_URL: '',
}

afterEach(() => vi.unstubAllEnvs())

/** The policy's directives by name, in a fresh process as it were. */
async function policyOf(variables: Record<string, string>): Promise<Record<string, string>> {
  vi.resetModules()
  for (const [name, value] of Object.entries({ ...complete, ...variables })) vi.stubEnv(name, value)
  const { contentSecurityPolicy } = await import('@/lib/security/content-security-policy')
  const directives = contentSecurityPolicy('a-nonce').split('; ')
  return Object.fromEntries(
    directives.map((each) => [each.split(' ')[0], each.split(' ').slice(1).join(' ')]),
  )
}

const local = { MIDTRANS_ENV: 'local', APP_URL: 'http://localhost:3000' }
const production = { MIDTRANS_ENV: 'production', APP_URL: 'https://shop.example' }

describe('in production', () => {
  test("only scripts with this page's nonce run, and what they load", async () => {
    const policy = await policyOf(production)
    expect(policy['script-src']).toBe("'self' 'nonce-a-nonce' 'strict-dynamic'")
    expect(JSON.stringify(policy)).not.toMatch(/unsafe-/)
  })

  test('images come from us and from the image host of Midtrans alone', async () => {
    const policy = await policyOf(production)
    expect(policy['img-src']).toBe("'self' https://api.midtrans.com")
  })

  test('a form may lead to the wallet, by each of its addresses', async () => {
    const sources = (await policyOf(production))['form-action']?.split(' ')
    expect(sources).toEqual(
      expect.arrayContaining(["'self'", 'gojek:', 'https://gopay.co.id', 'https://*.gopay.co.id']),
    )
  })

  test('nobody frames the page, changes its base or embeds objects', async () => {
    expect(await policyOf(production)).toMatchObject({
      'default-src': "'self'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
      'object-src': "'none'",
      'connect-src': "'self'",
    })
  })

  test('what is still asked for without encryption is upgraded', async () => {
    expect(await policyOf(production)).toHaveProperty('upgrade-insecure-requests')
    expect(await policyOf(local)).not.toHaveProperty('upgrade-insecure-requests')
  })
})

test('with the local sandbox its address stands for images and the wallet', async () => {
  const policy = await policyOf({ ...local, MIDTRANS_API_URL: 'http://localhost:4100' })
  expect(policy['img-src']).toBe("'self' http://localhost:4100")
  expect(policy['form-action']).toBe("'self' http://localhost:4100")
})

test('only a server in development may evaluate code', async () => {
  const policy = await policyOf({ ...local, NODE_ENV: 'development' })
  expect(policy['script-src']).toContain("'unsafe-eval'")
  expect(policy['script-src']).not.toContain("'unsafe-inline'")
})
