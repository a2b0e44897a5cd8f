import type { TestInfo } from 'playwright/test'
import type { SandboxClient } from './sandbox-client'

const ATTEMPTS = [1, 2, 3]

/** Adds to a failed test's report what Midtrans knows of the orders that it saw. */
export async function attachOrders(
  testInfo: TestInfo,
  sandbox: SandboxClient,
  orderIds: Iterable<string>,
): Promise<void> {
  for (const orderId of orderIds) {
    const attempts = ATTEMPTS.map((attempt) => `${orderId}-${attempt}`)
    const known = {
      transactions: (await Promise.all(attempts.map(sandbox.transactions))).flat(),
      notifications: (await Promise.all(attempts.map(sandbox.notifications))).flat(),
    }
    await testInfo.attach(`${orderId}.json`, {
      body: JSON.stringify(known, null, 2),
      contentType: 'application/json',
    })
  }
}
