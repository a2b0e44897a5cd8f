import { expect } from 'vitest'
import { inBatches } from '@/tests/kit/batches'
import { awaitAgreement } from './agreement'
import type { Page, Shopper } from './shopper'
import type { Stage } from './stage'

/** Waits until shop and Midtrans agree on every order. What they disagree on goes into the error. */
export async function expectAgreement(stage: Stage, timeoutMs: number): Promise<void> {
  const wrong = await awaitAgreement(stage, timeoutMs)
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
}

const WAYS_ON = /Show QR code|Open GoPay|Pay again|Cancel order|alt="QR code|>Paid/

/** Whether a page is one that a shopper can go on from. */
export function expectWayOn(page: Page, where: string): void {
  expect(page.status, where).toBe(200)
  expect(page.text, where).toMatch(WAYS_ON)
}

/** Follows redirects within the shop, as a browser does, up to a page. */
export async function browse(shopper: Shopper, shopUrl: string, path: string): Promise<Page> {
  const page = await shopper.get(shopUrl, path)
  const isRedirect = page.status >= 300 && page.status < 400 && page.location
  return isRedirect ? shopper.get(shopUrl, new URL(page.location ?? '', shopUrl).pathname) : page
}

/** Pays whatever can still be paid, so that every order comes to an end. */
export async function payEverything(stage: Stage): Promise<void> {
  const open = await stage.sql<{ id: string }>(
    `SELECT midtrans_order_id AS id FROM payment WHERE status = 'pending'`,
  )
  await inBatches(open, 16, ({ id }) => stage.sandbox.pay(id))
}
