import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { findFreePort } from '@/scripts/ports'
import { type HttpServer, serveHttp } from '../../kit/http-server'
import { runCommand } from '../../kit/run-command'
import { openShopWithSandbox, type ShopWithSandbox } from '../../kit/shop-with-sandbox'

// Each command is a process of its own, which compiles what it needs when it starts.
vi.setConfig({ testTimeout: 60_000 })

let shop: ShopWithSandbox
let route: HttpServer
let answer = 400
/** Free, so that what else runs on this machine is no matter. */
const ports = { PORT: '', SANDBOX_PORT: '' }
beforeAll(async () => {
  route = await serveHttp((_, response) => {
    const headers = { Location: 'https://elsewhere.example/' }
    response.writeHead(answer, answer === 308 ? headers : {}).end()
  })
  ports.PORT = String(await findFreePort())
  ports.SANDBOX_PORT = String(await findFreePort())
  shop = await openShopWithSandbox({ APP_URL: route.url, PORT: '', SANDBOX_PORT: '' })
})
afterAll(async () => {
  await shop.close()
  await route.close()
})

const port = () => new URL(route.url).port
const doctor = (env: Record<string, string> = {}) => runCommand('doctor', [], { ...ports, ...env })

test('where all is well it says so and ends with 0', async () => {
  answer = 400
  const { code, output } = await doctor()
  expect(output).not.toContain('✗')
  expect(output).toContain('All is well.')
  expect(code).toBe(0)
})

test.each([
  [
    'a key of another environment',
    { MIDTRANS_SERVER_KEY: 'Mid-server-x' },
    /✗ Midtrans .*\n {2}→ /,
  ],
  [
    'no Midtrans',
    { MIDTRANS_API_URL: 'http://127.0.0.1:2' },
    /✗ Midtrans .*unreachable.*\n {2}→ Start/,
  ],
  [
    'no database',
    { DATABASE_URL: 'postgresql://127.0.0.1:9/x' },
    /✗ database .*\n {2}→ Start the demo/,
  ],
  [
    'a wrong setting',
    { LOG_LEVEL: 'loud' },
    /✗ settings .*\n {2}→ LOG_LEVEL is none of its values/,
  ],
  [
    'a sandbox key in production',
    { MIDTRANS_ENV: 'production' },
    /✗ settings .*\n {2}→ MIDTRANS_SERVER_KEY begins with SB-/,
  ],
])('%s is found, with the fix', async (_, env, found) => {
  const { code, output } = await doctor(env)
  expect(output).toMatch(found)
  expect(code).toBe(1)
})

test('an address that redirects is found: Midtrans would not follow', async () => {
  answer = 308
  const { code, output } = await doctor()
  expect(output).toMatch(/✗ notifications .*redirects to https:\/\/elsewhere\.example\//)
  expect(code).toBe(1)
})

test('a port of another program is found', async () => {
  const { output } = await doctor({ PORT: port() })
  expect(output).toMatch(/✗ shop port .*another program\n {2}→ .*PORT=\d+/)
})

test('a server that takes real money needs no browser for tests', async () => {
  const real = { MIDTRANS_ENV: 'production', MIDTRANS_SERVER_KEY: 'Mid-server-x' }
  const { output } = await doctor(real)
  expect(output).toContain('✓ settings')
  expect(output).not.toContain('browser')
})
