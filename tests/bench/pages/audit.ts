import lighthouse from 'lighthouse'
import { createCustomer, createShopClient } from '@/tests/kit/shop-client'
import { medianOf } from '../notification/rounds'
import type { Stage } from './stage'

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/** Of 100, by category. */
export type Scores = Record<(typeof CATEGORIES)[number], number>

/** Lighthouse for phones on the four pages, each score the median of the runs. */
export async function audit(stage: Stage, runs: number): Promise<Map<string, Scores>> {
  const context = await stage.browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  const orderId = await createShopClient(page, stage.shopUrl, createCustomer()).placeOrder({
    method: 'QRIS',
  })
  await context.close()
  const addresses = {
    catalogue: '/',
    product: '/products/kopi-gayo',
    checkout: '/checkout',
    payment: `/checkout/${orderId}?show=qr`,
  }
  const scores = new Map<string, Scores>()
  for (const [name, path] of Object.entries(addresses)) {
    const found: Scores[] = []
    for (let run = 0; run < runs; run++) found.push(await runLighthouse(stage, path))
    const median = (category: keyof Scores) => medianOf(found.map((each) => each[category]))
    scores.set(
      name,
      Object.fromEntries(CATEGORIES.map((category) => [category, median(category)])) as Scores,
    )
  }
  return scores
}

async function runLighthouse(stage: Stage, path: string): Promise<Scores> {
  const result = await lighthouse(`${stage.shopUrl}${path}`, {
    port: stage.debugPort,
    logLevel: 'error',
    onlyCategories: [...CATEGORIES],
    // What shoppers pay is kept out of search engines on purpose.
    ...(path.startsWith('/checkout') && { skipAudits: ['is-crawlable'] }),
    extraHeaders: { Cookie: 'tokoku-cart=1x1.13x2', 'Accept-Language': 'en' },
  })
  if (!result) throw new Error(`Lighthouse says nothing of ${path}.`)
  const { categories, audits } = result.lhr
  for (const { id, title, score } of Object.values(audits)) {
    if (score !== null && score < 0.9) console.log(`  ${path} ${id}: ${title} (${score})`)
  }
  return Object.fromEntries(
    CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)]),
  ) as Scores
}
