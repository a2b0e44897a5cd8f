import { gzipSync } from 'node:zlib'
import type { Page, Response } from 'playwright/test'

/** What a page costs a shopper whose browser knows nothing of the shop yet. In bytes, gzipped. */
export type PageWeight = { html: number; script: number; requests: number }

const gzipped = (body: Buffer) => gzipSync(body, { level: 9 }).length

/** Opens an address with an empty cache and weighs everything that is asked for until it is quiet. */
export async function weighPage(page: Page, address: string): Promise<PageWeight> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.clearBrowserCache')
  const answers: Response[] = []
  const note = (answer: Response) => answers.push(answer)
  page.on('response', note)
  await page.goto(address, { waitUntil: 'load' })
  // Scripts may ask for scripts once they run.
  await page.waitForFunction(() => document.readyState === 'complete')
  page.off('response', note)
  const bodiesOf = async (type: string) => {
    const wanted = answers.filter((answer) => answer.request().resourceType() === type)
    return Promise.all(wanted.map((answer) => answer.body()))
  }
  const [[html], scripts] = await Promise.all([bodiesOf('document'), bodiesOf('script')])
  return {
    html: gzipped(html ?? Buffer.alloc(0)),
    script: scripts.reduce((sum, body) => sum + gzipped(body), 0),
    requests: answers.length,
  }
}
