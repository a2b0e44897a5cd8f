import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright'
import { migrate } from '@/prisma/migrate'
import { ensureBrowser } from '@/scripts/browser'
import { spawnNode } from '@/scripts/node-child'
import { findFreePort } from '@/scripts/ports'
import { startPostgres } from '@/scripts/postgres'
import { removePostgres } from '@/scripts/postgres/remove'
import { SERVER_KEY } from '@/tests/kit/notifications'
import { createSandboxClient, type SandboxClient } from '@/tests/kit/sandbox-client'
import { startSandbox } from '@/tests/kit/sandbox-process'
import { startShopProcess } from '@/tests/kit/shop-process'
import { makeDataDir } from '@/tests/kit/temp-dir'
import { buildWith } from '../app-copy'

/** The production build with an empty page, all that it needs to be paid in, and a browser. */
export type Stage = {
  shopUrl: string
  sandbox: SandboxClient
  /** A browser that knows nothing of the shop yet. */
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>
  /** Where Lighthouse finds the browser. */
  debugPort: number
  /** For the pages that Lighthouse opens: a `Cookie` among its own headers is not sent. */
  setCookies(cookies: Record<string, string>): Promise<void>
  stop(): Promise<void>
}

const EMPTY_PAGE = `import { PageLink } from '@/components/ui/page-link'

export default function Empty() {
  return <PageLink href="/">A link</PageLink>
}
`

export async function openStage(): Promise<Stage> {
  console.log('building the shop with an empty page')
  const folder = await buildWith({ 'empty/page.tsx': EMPTY_PAGE })
  const dataDir = makeDataDir('bench')
  const postgres = await startPostgres({ dataDir })
  await migrate(postgres.url, postgres.shopUrl)
  const env = { ...process.env, DATABASE_OWNER_URL: postgres.url }
  await spawnNode({ args: ['--import', 'tsx', 'prisma/seed.ts'], env }).ended
  const sandbox = await startSandbox()
  const variables = { MIDTRANS_API_URL: sandbox.url, WORKER: 'inline' }
  const shop = await startShopProcess({ databaseUrl: postgres.shopUrl, folder, variables })
  const debugPort = await findFreePort()
  // Lighthouse's pages belong to the browser's own profile, so what they know can be set only there.
  const profile = await chromium.launchPersistentContext(join(dataDir, 'browser'), {
    executablePath: ensureBrowser(),
    args: [`--remote-debugging-port=${debugPort}`],
  })
  const browser = profile.browser()
  if (!browser) throw new Error('This browser opens no windows beside its own profile.')
  return {
    shopUrl: shop.url,
    sandbox: createSandboxClient(sandbox.url, SERVER_KEY),
    newContext: (options) =>
      newContext(browser, { locale: 'en-GB', baseURL: shop.url, ...options }),
    debugPort,
    async setCookies(cookies) {
      const url = shop.url
      await profile.addCookies(
        Object.entries(cookies).map(([name, value]) => ({ name, value, url })),
      )
    },
    async stop() {
      await profile.close()
      await shop.stop()
      await sandbox.stop()
      await postgres.stop()
      await removePostgres(dataDir)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function newContext(browser: Browser, options: BrowserContextOptions) {
  const context = await browser.newContext(options)
  // tsx calls this around every function inside another, also in those that are sent to the page.
  await context.addInitScript('globalThis.__name = (value) => value')
  return context
}
