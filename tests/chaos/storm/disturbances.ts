import type { FragileDatabase } from '../support/fragile-database'
import { type Chance, choose } from './chance'
import type { Fleet } from './fleet'
import type { Postman } from './postman'
import type { Size } from './size'

type Disturbance = { at: number; what: 'kill' | 'stop'; nth: number }

export type Disturbances = {
  /** To be called when so many shoppers have come in: does what is due by then, one after the other. */
  reach(shoppers: number): Promise<void>
  /** Resolves when everything that was planned has been done. */
  finish(): Promise<void>
  counts(): { kills: number; databaseStops: number }
}

/** Spreads kills of processes and stops of Postgres over a storm, in an order that the seed chooses. */
export function planDisturbances(
  chance: Chance,
  size: Size,
  fleet: Fleet,
  database: FragileDatabase,
  postman: Pick<Postman, 'insist'>,
): Disturbances {
  const kinds = [
    ...Array.from({ length: size.kills }, (_, nth) => ({ what: 'kill' as const, nth })),
    ...Array.from({ length: size.databaseStops }, (_, nth) => ({ what: 'stop' as const, nth })),
  ]
  const shuffled = kinds
    .map((kind) => ({ ...kind, rank: chance('disturbance', kind.what, kind.nth) }))
    .sort((a, b) => a.rank - b.rank)
  const plan: Disturbance[] = shuffled.map(({ what, nth }, i) => ({
    what,
    nth,
    // Not before the first shoppers have been served: there is nothing to be lost yet.
    at: size.crowd + Math.floor(((i + 0.5) * (size.orders - size.crowd)) / shuffled.length),
  }))
  let [kills, databaseStops] = [0, 0]
  let underWay = Promise.resolve()

  async function disturb({ what, nth }: Disturbance): Promise<void> {
    if (what === 'stop') {
      databaseStops += 1
      await database.crash(() => postman.insist())
    } else {
      kills += 1
      await fleet.kill(choose(chance('which process', nth), [0, 1]))
    }
  }

  return {
    async reach(shoppers) {
      while (plan[0] && plan[0].at <= shoppers) {
        const next = plan.shift()
        const before = underWay
        if (next) underWay = before.then(() => disturb(next))
        // No one comes in until the one before is over, so that each finds the shop at work.
        await before
      }
    },
    async finish() {
      await this.reach(size.orders)
      await underWay
    },
    counts: () => ({ kills, databaseStops }),
  }
}
