import { ensureBuild } from '@/scripts/build/ensure-build'
import { createShopper, type Shopper } from '../chaos/support/shopper'
import { type ShopProcess, startShopProcess } from '../kit/shop-process'
import { openShopWithSandbox, type ShopWithSandbox } from '../kit/shop-with-sandbox'

/** The production build beside a local Midtrans: what an attacker meets. */
export type Target = {
  shop: ShopWithSandbox
  server: ShopProcess
  shopper(cart?: Record<number, number>): Shopper
  /** Places an order as a browser without JavaScript does. */
  place(shopper?: Shopper): Promise<string>
  count(email: string): Promise<number>
  close(): Promise<void>
}

export async function openTarget(
  variables: Record<string, string> = {},
  onLine?: (line: string) => void,
): Promise<Target> {
  await ensureBuild({ say: () => {} })
  const shop = await openShopWithSandbox()
  const server = await startShopProcess({
    databaseUrl: shop.databaseUrl,
    variables: { MIDTRANS_API_URL: shop.sandboxUrl, ...variables },
    ...(onLine && { onLine }),
  })
  const shopper = (cart: Record<number, number> = { 1: 1 }) =>
    createShopper({ appUrl: server.url, cart })
  return {
    shop,
    server,
    shopper,
    async place(who = shopper()) {
      const form = await who.openCheckout(server.url)
      const answer = await who.send(server.url, '/checkout', form)
      const id = /TKO-[0-9A-Z]{26}/.exec(answer.location ?? '')?.[0]
      if (!id) throw new Error(`No order: ${answer.status} ${answer.text.slice(0, 300)}`)
      return id
    },
    async count(email) {
      const rows = await shop.sql('SELECT id FROM orders WHERE customer_email = $1', [email])
      return rows.length
    },
    async close() {
      await server.stop()
      await shop.close()
    },
  }
}

export const NOBODYS = 'TKO-0123456789ABCDEFGHJKMNPQRS'
