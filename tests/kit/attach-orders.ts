import { writeFile } from 'node:fs/promises'
import type { TestInfo } from 'playwright/test'
import type { SandboxClient } from './sandbox-client'

const ATTEMPTS = [1, 2, 3]

/**
 * Adds to a failed test's report the timeline of each order that it saw, and beside it what Midtrans knows
 * of that order.
 */
export async function attachOrders(
  testInfo: TestInfo,
  shopUrl: string,
  sandbox: SandboxClient,
  orderIds: Iterable<string>,
): Promise<void> {
  for (const orderId of orderIds) {
    const attempts = ATTEMPTS.map((attempt) => `${orderId}-${attempt}`)
    const timeline = await fetch(`${shopUrl}/orders/${orderId}/timeline.json`)
    // A test may have asked for an order that does not exist.
    if (!timeline.ok) continue
    const files = {
      timeline: await timeline.json(),
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
