import { controlSandbox, type SandboxControl } from './sandbox-control'
import { startSandbox } from './sandbox-process'
import { openShop, type TestShop } from './shop'

export type ShopWithSandbox = TestShop & { sandbox: SandboxControl; sandboxUrl: string }

/** The domain of the shop with a database and a running local Midtrans of its own. */
export async function openShopWithSandbox(
  variables: Record<string, string> = {},
): Promise<ShopWithSandbox> {
  const sandbox = await startSandbox()
  const shop = await openShop({ apiUrl: sandbox.url, variables })
  return {
    ...shop,
    sandbox: controlSandbox(sandbox.url),
    sandboxUrl: sandbox.url,
    async close() {
      await Promise.all([shop.close(), sandbox.stop()])
    },
  }
}
