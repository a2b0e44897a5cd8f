import type { ShopProcess } from '../support/shop-process'
import type { Stage } from '../support/stage'

/** Processes of the shop behind one address. */
export type Fleet = {
  /** SIGKILLs one of them and starts another in its place. Resolves when that one answers. */
  kill(index: number): Promise<void>
  /** How often the hook of an order ran, in all processes there were. */
  hooks: Map<string, number>
}

export async function startFleet(stage: Stage, count: number): Promise<Fleet> {
  const hooks = new Map<string, number>()
  const onLine = (line: string) => {
    if (!line.includes('"order.paid"')) return
    const { orderId } = JSON.parse(line) as { orderId: string }
    hooks.set(orderId, (hooks.get(orderId) ?? 0) + 1)
  }
  const start = (port?: number) =>
    stage.startShop({ worker: 'inline', onLine, ...(port !== undefined && { port }) })
  const shops: ShopProcess[] = await Promise.all(Array.from({ length: count }, () => start()))
  let turn = 0
  // Passes over those that are gone, as a load balancer does.
  stage.front.setTarget(() => {
    turn += 1
    const ready = shops.filter((shop) => shop.isRunning())
    return ready[turn % ready.length]?.url
  })
  return {
    hooks,
    async kill(index) {
      const at = index % shops.length
      const victim = shops[at]
      if (!victim) return
      await victim.kill()
      // Postgres may be away at this moment: the shop is up when it is back.
      shops[at] = await start(victim.port)
    },
  }
}
