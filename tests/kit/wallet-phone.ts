import { expect, type Page } from 'playwright/test'
import { readQr } from './read-qr'
import type { PayableTransaction, SandboxClient } from './sandbox-client'
import { waitFor } from './wait-for'

/** The phone in a shopper's hand: it reads codes from the pixels of a screen, and has a GoPay app. */
export type WalletPhone = {
  /** What the code on the screen says. Scrolls to it and points the camera at it, as a shopper would. */
  readCode(page: Page): Promise<string>
  /** Reads the code on the screen and pays what it says, with the app of `issuer`, or else GoPay. */
  scan(page: Page, options?: { issuer: string }): Promise<PayableTransaction>
  /** In the wallet: pays, and comes back to the shop. */
  approve(page?: Page): Promise<void>
  /** In the wallet: does not pay, and comes back to the shop. */
  decline(page?: Page): Promise<void>
}

/** `screen` is where the wallet opens, unless another page is named. */
export function createWalletPhone(sandbox: SandboxClient, screen: Page): WalletPhone {
  async function readCode(page: Page): Promise<string> {
    const code = page.getByRole('img', { name: /^(QR code|Kode QR)/ })
    // Two codes on one screen confuse a camera.
    await expect(code).toHaveCount(1)
    await code.scrollIntoViewIfNeeded()
    return waitFor('a QR code on the screen', async () => {
      const clip = await code.boundingBox()
      return clip && readQr(await page.screenshot({ scale: 'css', clip }))
    })
  }

  /** The wallet speaks the browser's language. */
  async function decide(page: Page, button: RegExp): Promise<void> {
    await page.waitForURL((url) => url.origin === new URL(sandbox.url).origin)
    await page.getByRole('button', { name: button }).click()
    await page.waitForURL((url) => url.origin !== new URL(sandbox.url).origin)
  }

  return {
    readCode,
    scan: async (page, { issuer } = { issuer: 'gopay' }) =>
      sandbox.scan(await readCode(page), issuer),
    approve: (page = screen) => decide(page, /^(Pay|Bayar)$/),
    decline: (page = screen) => decide(page, /^(Decline|Tolak)$/),
  }
}
