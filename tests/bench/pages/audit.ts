import { randomUUID } from 'node:crypto'
import lighthouse from 'lighthouse'
import { createCustomer, createShopClient } from '@/tests/kit/shop-client'
import { medianOf } from '../notification/rounds'
import type { Stage } from './stage'

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/** Of 100, by category. */
export type Scores = Record<(typeof CATEGORIES)[number], number>

/** Lighthouse for phones on the four pages, each score the median of the runs. */
export async function audit(stage: Stage, runs: number): Promise<Map<string, Scores>> {
  const context = await stage.newContext()
  const page = await context.newPage()
  const orderId = await createShopClient(page, stage.shopUrl, createCustomer()).placeOrder({
    method: 'QRIS',
  })
  await context.close()
  await stage.setCookies({ 'tokoku-cart': '1x1.13x2', 'tokoku-checkout': randomUUID() })
  const addresses = {
    catalogue: '/',
    product: '/products/kopi-gayo',
    checkout: '/checkout',
    payment: `/checkout/${orderId}?show=qr`,
  }
  const scores = new Map<string, Scores>()
  for (const [name, path] of Object.entries(addresses)) {
    const found: Scores[] = []
    for (let attempt = 0; found.length < runs && attempt < 3 * runs; attempt++) {
      const score = await runLighthouse(stage, path)
      if (score) found.push(score)
    }
    if (found.length < runs) throw new Error(`Lighthouse could not measure ${path}.`)
    const median = (category: keyof Scores) => medianOf(found.map((each) => each[category]))
    scores.set(
      name,
      Object.fromEntries(CATEGORIES.map((category) => [category, median(category)])) as Scores,
    )
  }
  return scores
}

/** Undefined when Lighthouse missed something of the page's loading, which it does on a busy machine. */
async function runLighthouse(stage: Stage, path: string): Promise<Scores | undefined> {
  const url = `${stage.shopUrl}${path}`
  const result = await lighthouse(url, {
    port: stage.debugPort,
    logLevel: 'error',
    onlyCategories: [...CATEGORIES],
    // What shoppers pay is kept out of search engines on purpose.
    ...(path.startsWith('/checkout') && { skipAudits: ['is-crawlable'] }),
    extraHeaders: { 'Accept-Language': 'en' },
  })
  if (!result) throw new Error(`Lighthouse says nothing of ${path}.`)
  const { categories, audits, finalDisplayedUrl } = result.lhr
  if (finalDisplayedUrl !== url) throw new Error(`${url} went on to ${finalDisplayedUrl}.`)
  if (CATEGORIES.some((name) => typeof categories[name]?.score !== 'number')) return undefined
  for (const name of CATEGORIES) {
    for (const { id, weight } of categories[name]?.auditRefs ?? []) {
      const { title, score } = audits[id] ?? {}
      const isLost = weight > 0 && typeof score === 'number' && score < 0.9
      if (isLost) console.log(`  ${path} ${name}: ${title} (${score})`)
    }
  }
  return Object.fromEntries(
    CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)]),
  ) as Scores
}
