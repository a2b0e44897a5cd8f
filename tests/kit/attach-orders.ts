import { writeFile } from 'node:fs/promises'
import type { TestInfo } from 'playwright/test'
import type { Timeline, TimelineEntry } from '@/lib/timeline/entry'
import type { SandboxClient } from './sandbox-client'

const ATTEMPTS = [1, 2, 3]

/**
 * Adds to a failed test's report the timeline of each order that it saw, a line for each entry and in full, and
 * beside it what Midtrans knows of that order.
 */
export async function attachOrders(
  testInfo: Pick<TestInfo, 'attach' | 'outputPath'>,
  shopUrl: string,
  sandbox: SandboxClient,
  orderIds: Iterable<string>,
): Promise<void> {
  for (const orderId of orderIds) {
    const attempts = ATTEMPTS.map((attempt) => `${orderId}-${attempt}`)
    const timeline = await fetch(`${shopUrl}/orders/${orderId}/timeline.json`)
    // A test may have asked for an order that does not exist.
    if (!timeline.ok) continue
    const story = (await timeline.json()) as Timeline
    await testInfo.attach(`${orderId}.txt`, { body: describe(story), contentType: 'text/plain' })
    const files = {
      timeline: story,
      midtrans: {
        transactions: (await Promise.all(attempts.map(sandbox.transactions))).flat(),
        notifications: (await Promise.all(attempts.map(sandbox.notifications))).flat(),
      },
    }
    for (const [name, content] of Object.entries(files)) {
      const path = testInfo.outputPath(`${orderId}.${name}.json`)
      await writeFile(path, JSON.stringify(content, null, 2))
      await testInfo.attach(`${orderId}.${name}.json`, { path })
    }
  }
}

function describe({ orderId, status, entries }: Timeline): string {
  return [`${orderId} is ${status}`, ...entries.map(describeEntry)].join('\n')
}

function describeEntry(entry: TimelineEntry): string {
  const { afterMs, attempt, kind, about, told, verdict, reason } = entry
  const words = [
    `+${(afterMs / 1000).toFixed(3)} s`,
    attempt && `attempt ${attempt}`,
    kind === about ? kind : `${kind} ${about}`,
    told,
    verdict && `(${verdict}: ${reason})`,
  ]
  return words.filter(Boolean).join(' ')
}
