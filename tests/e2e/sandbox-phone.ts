import type { Page } from 'playwright/test'
import type { SandboxClient } from '@/tests/kit/sandbox-client'
import { type Charged, chargeAt } from './sandbox-charges'

/** Charges an order and opens it on the phone, where it can be paid or declined. */
export async function openCharged(page: Page, sandbox: SandboxClient): Promise<Charged> {
  const charged = await chargeAt(sandbox)
  await page.goto(`${sandbox.url}/_sandbox?id=${charged.transactionId}`)
  return charged
}

/** Has the phone read the text of a code, or the address of its picture. */
export async function readCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('QR image URL or QR text').fill(code)
  await page.getByRole('button', { name: 'Read code' }).click()
}

export async function payWithPin(page: Page): Promise<void> {
  const pay = page.getByRole('button', { name: 'Pay', exact: true })
  await pay.click()
  await page.getByLabel('Enter your PIN').fill('123456')
  await pay.click()
}
