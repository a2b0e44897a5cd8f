// Loaded into the server under test: writes down every two seconds how long its event loop kept others
// waiting, and what it holds. Nothing of it is in the product.
import { appendFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

const EVERY_MS = 2_000
const file = process.env.VITAL_SIGNS_FILE
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()

setInterval(() => {
  const { rss, heapUsed } = process.memoryUsage()
  const ms = (nanoseconds) => nanoseconds / 1e6
  const signs = {
    medianMs: ms(delay.percentile(50)),
    p99Ms: ms(delay.percentile(99)),
    longestMs: ms(delay.max),
    rssMb: rss / 2 ** 20,
    heapMb: heapUsed / 2 ** 20,
    resources: process.getActiveResourcesInfo().length,
  }
  delay.reset()
  appendFileSync(file, `${JSON.stringify(signs)}\n`)
}, EVERY_MS).unref()
