import { controlSandbox, type SandboxControl } from '@/tests/kit/sandbox-control'
import { startSandbox } from '@/tests/kit/sandbox-process'
import { noteShop } from '@/tests/kit/shop-urls'
import type { Gate } from './boundary'
import { openDatabase, type Sql } from './database'
import { type HttpProxy, startHttpProxy } from './http-proxy'
import { startPostgresProxy } from './postgres-proxy'
import { type ShopProcess, type ShopSettings, startShop } from './shop-process'
import { type Desk, openDesk } from './wallet-desk'

/** A process of the shop whose every message can be stopped. */
export type Victim = {
  shop: ShopProcess
  /** Its public side: a request through here can be stopped like any other message. */
  url: string
  setGate(gate: Gate): void
  kill(): Promise<void>
}

/** All that surrounds the shop: a database, a local Midtrans, and the proxies in front of both. */
export type Stage = {
  sql: Sql
  sandboxUrl: string
  sandbox: SandboxControl
  desk: Desk
  /** Stands in front of the local Midtrans: where every process of the shop calls it. */
  midtrans: HttpProxy
  /** The shop's public address, where Midtrans posts to. Leads nowhere until it has a target. */
  front: HttpProxy
  /** What every process of the shop is started with, unless told otherwise. */
  settings: ShopSettings
  startShop(options?: Partial<ShopSettings>): Promise<ShopProcess>
  startVictim(options?: Partial<ShopSettings>): Promise<Victim>
  close(): Promise<void>
}

/**
 * Its addresses stay the same for every process, so that what one stores another can use. The shop connects
 * by `shopUrl`, as its own role; the tests look past it as the owner, by `url`.
 */
export async function openStage(
  { url, shopUrl }: { url: string; shopUrl: string },
  scheduleScale: number,
): Promise<Stage> {
  const sandbox = await startSandbox()
  const database = openDatabase(url)
  const midtrans = await startHttpProxy(sandbox.url)
  const front = await startHttpProxy()
  noteShop(front.url)
  const shops = new Set<ShopProcess>()
  const settings: ShopSettings = {
    databaseUrl: shopUrl,
    midtransUrl: midtrans.url,
    appUrl: front.url,
    worker: 'off',
    scheduleScale,
  }

  async function start(options: Partial<ShopSettings> = {}): Promise<ShopProcess> {
    const shop = await startShop({ ...settings, ...options })
    shops.add(shop)
    return shop
  }

  return {
    sql: database.sql,
    sandboxUrl: sandbox.url,
    sandbox: controlSandbox(sandbox.url),
    desk: openDesk(sandbox.url),
    midtrans,
    front,
    settings,
    startShop: start,
    async startVictim(options = {}) {
      const postgres = await startPostgresProxy(shopUrl)
      const shop = await start({ ...options, databaseUrl: postgres.url })
      const inbound = await startHttpProxy(shop.url)
      noteShop(inbound.url)
      return {
        shop,
        url: inbound.url,
        setGate(gate) {
          for (const proxy of [postgres, midtrans, inbound]) proxy.setGate(gate)
        },
        async kill() {
          await shop.kill()
          midtrans.setGate(() => 'pass')
          await Promise.all([postgres.close(), inbound.close()])
        },
      }
    },
    async close() {
      await Promise.all([...shops].map((shop) => shop.kill()))
      await Promise.all([midtrans.close(), front.close(), database.close(), sandbox.stop()])
    },
  }
}
