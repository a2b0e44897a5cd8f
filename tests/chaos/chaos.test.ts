import { expect, test } from 'vitest'
import { sizes } from './storm/size'
import { raiseStorm } from './storm/storm'
import { formatTable } from './storm/table'

test('after kills, cuts, lost answers and forged news the shop and Midtrans agree on every order', async () => {
  const seed = Date.now() & 0x7fffffff
  const report = await raiseStorm(sizes.small, seed, (line) => console.log(line))
  console.log(formatTable(report))
  expect(report.wrong, `npm run chaos -- --small --seed ${seed}`).toEqual([])
  expect(report.kills).toBe(sizes.small.kills)
  expect(report.databaseStops).toBe(sizes.small.databaseStops)
}, 300_000)
