import { deepStrictEqual } from 'node:assert'
import { isDeepStrictEqual } from 'node:util'
import type { TestShop } from '../kit/shop'
import type { Command } from './commands'
import { seeModel, seeShop } from './compare'
import type { Gateway } from './gateway'
import { foresee } from './in-model'
import { type Corner, perform, Stalled } from './in-shop'
import { isOpen, isPaid, type World } from './model'

const PRICE = 50_000
const STOCK = 2
/** How often the worker may come round until all is well. */
const ROUNDS = 3

let products = 1_000

async function openCorner(shop: TestShop, gateway: Gateway): Promise<Corner> {
  const productId = products++
  await shop.sql(
    `INSERT INTO product (id, slug, name, category, price, stock)
     VALUES ($1::int, 'model-' || $1::int, 'Model', '', $2, $3)`,
    [productId, PRICE, STOCK],
  )
  return { shop, gateway, productId, price: PRICE, placed: [], held: [] }
}

/** Compares the shop with each way the world may have gone, and goes on with the one it went. */
async function agree(corner: Corner, worlds: World[], done: Command): Promise<World> {
  const seen = await seeShop(corner)
  const way = worlds.find((world) => isDeepStrictEqual(seeModel(world), seen)) ?? worlds[0]
  if (!way) throw new Error('no world')
  for (const [index, order] of corner.placed.entries()) {
    order.attempts = seen.orders[index]?.attempts.length ?? 1
  }
  try {
    deepStrictEqual(seen, seeModel(way))
  } catch (error) {
    throw new Error(
      `After ${JSON.stringify(done)} the shop (+) is not what the model says (-).\n${error}`,
    )
  }
  return way
}

/**
 * Does the commands one after the other in the shop and in the model, and compares the two after each.
 * In the end all news arrives and everything is looked at: then the shop and Midtrans must agree. Returns
 * whether it came to that: not on a machine too slow for the shop's own time limits.
 */
export async function liveThrough(
  shop: TestShop,
  gateway: Gateway,
  commands: readonly Command[],
): Promise<boolean> {
  const corner = await openCorner(shop, gateway)
  let world: World = { stock: STOCK, price: PRICE, orders: [] }
  const go = async (steps: readonly Command[]) => {
    for (const command of steps) {
      if (command.do === 'rest') continue
      await perform(corner, command)
      const worlds = foresee(world, command)
      // What Midtrans alone knows changes nothing here: the next command will compare it.
      world = command.do === 'move' ? (worlds[0] ?? world) : await agree(corner, worlds, command)
    }
  }
  try {
    await go(commands)
    await go(lastWords(world))
    for (let round = 0; findDisagreement(world) && round < ROUNDS; round += 1) {
      await go(world.orders.map((_, order) => ({ do: 'sweep', order, line: 'up' })))
    }
    const disagreement = findDisagreement(world)
    if (disagreement) throw new Error(disagreement)
    return true
  } catch (error) {
    if (error instanceof Stalled) return false
    throw error
  } finally {
    for (const { midtransOrderId, work } of corner.held) {
      gateway.release(midtransOrderId)
      await work
    }
  }
}

/** What was on its way arrives, and Midtrans gets its last word through. */
function lastWords({ orders }: World): Command[] {
  const news = orders.flatMap(({ attempts }, order) =>
    attempts.map(
      (_, attempt): Command => ({
        ...{ do: 'notify', order, attempt, which: 0, times: 1 },
      }),
    ),
  )
  return [{ do: 'late answers' }, ...news]
}

/** Money at Midtrans is money here, and nothing can be paid there that the shop has given up. */
function findDisagreement({ orders }: World): string | undefined {
  for (const { status, attempts } of orders) {
    for (const attempt of attempts) {
      const last = attempt.told.at(-1)
      const isWanted = status === 'pending' && attempt === attempts.at(-1)
      if (isOpen(last?.status) && !isWanted) return `An attempt of a ${status} order can be paid.`
      const isMoney = [last, attempt].some((news) => news && isPaid(news.status))
      if (isMoney && last?.status !== attempt.status) {
        return `An attempt is ${attempt.status} here and ${last?.status} there.`
      }
      if (attempt.doubt) return `An attempt that is ${attempt.status} stays in doubt.`
    }
  }
  return undefined
}
