import { join } from 'node:path'
import type { RefundedPayment } from '@/lib/orders/refund-payment'
import { spawnNode } from '@/scripts/node-child'
import { ROOT } from '@/scripts/root'
import { makeShopEnvironment, type ShopSettings } from '../support/shop-process'

/** `amount` in rupiah; without it everything that is left. */
export type RefundRequest = { orderId: string; refundKey: string; amount?: number }

type Answer = RefundedPayment | { ok: false; code: 'threw'; why: string }

/** Where people at the shop give money back, in a process of its own. */
export type RefundDesk = {
  /** Rejects when the process dies meanwhile, or is not there. */
  refund(request: RefundRequest): Promise<Answer>
  /** SIGKILLs it, whatever it is doing, and starts another. */
  kill(): Promise<void>
  stop(): Promise<void>
}

type Process = { url: string; kill(): Promise<void> }

export async function startRefundDesk(settings: ShopSettings): Promise<RefundDesk> {
  let current: Promise<Process> = open(settings)
  await current
  return {
    async refund(request) {
      const { url } = await current
      const body = JSON.stringify(request)
      const answer = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(60_000) })
      return (await answer.json()) as Answer
    },
    async kill() {
      const victim = current
      current = victim.then(async (desk) => {
        await desk.kill()
        return open(settings)
      })
      await current
    },
    async stop() {
      await (await current).kill()
    },
  }
}

async function open(settings: ShopSettings): Promise<Process> {
  let listens: (url: string) => void = () => {}
  const listening = new Promise<string>((resolve) => {
    listens = resolve
  })
  const script = join(ROOT, 'tests', 'chaos', 'storm', 'refund-desk-process.ts')
  const child = spawnNode({
    args: ['--conditions=react-server', '--import', 'tsx', script],
    env: makeShopEnvironment(settings),
    onLine(line) {
      const url = /^desk (http:\S+)/.exec(line)?.[1]
      if (url) listens(url)
    },
  })
  const url = await Promise.race([
    listening,
    child.ended.then((way) => {
      throw new Error(`The refund desk ended (${way}):\n${child.lastLines().join('\n')}`)
    }),
  ])
  return { url, kill: () => child.kill() }
}
