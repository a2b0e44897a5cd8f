import type { BrowserContext, Response } from 'playwright/test'
import { findSecrets } from './find-secrets'
import { findOrderIds } from './shop-client'

/** What browsers did that no page of ours should make them do. */
export type BrowserWatch = {
  /** Watches every page that a browser context opens from now on. */
  follow(context: BrowserContext): Promise<void>
  /**
   * Console errors, uncaught exceptions, breaches of the Content-Security-Policy, requests to strangers, answers of 500 and above, and pages of the
   * shop that say a key, a signature, a cookie or a full phone number.
   */
  problems(): Promise<string[]>
  /** For a test that provokes a problem: those that match are none. */
  allow(problem: RegExp): void
  /** The orders whose pages were asked for. */
  orderIds: Set<string>
}

/**
 * `others` are the origins that pages may ask beside the shop. Chromium's own line about a document that was
 * not found is no problem.
 */
export function watchBrowsers(shop: string, others: string[]): BrowserWatch {
  const origins = [shop, ...others]
  const problems: string[] = []
  const reading: Promise<unknown>[] = []
  const errors: { text: string; url: string }[] = []
  const missing = new Set<string>()
  const orderIds = new Set<string>()
  const allowed: RegExp[] = []
  const isOwnMissing = ({ text, url }: { text: string; url: string }) =>
    missing.has(url) && text.startsWith('Failed to load resource')

  return {
    async follow(context) {
      context.on('console', (message) => {
        const error = { text: message.text(), url: message.location().url }
        if (message.type() === 'error') errors.push(error)
      })
      context.on('weberror', (failure) => problems.push(`uncaught: ${String(failure.error())}`))
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url())
        for (const orderId of findOrderIds(request.url())) orderIds.add(orderId)
        if (protocol.startsWith('http') && !origins.includes(origin)) {
          problems.push(`a stranger was asked: ${request.url()}`)
        }
      })
      context.on('response', (response) => {
        if (response.url().startsWith(shop) && isText(response)) {
          reading.push(readPage(response).then((found) => problems.push(...found)))
        }
        if (response.status() >= 500) problems.push(`${response.status()} from ${response.url()}`)
        if (response.status() === 404 && response.request().isNavigationRequest()) {
          missing.add(response.url())
        }
      })
      await context.addInitScript(tellBreaches)
    },
    problems: async () => {
      await Promise.all(reading)
      return [
        ...problems,
        ...errors
          .filter((error) => !isOwnMissing(error))
          .map(({ text, url }) => `console: ${text} (${url})`),
      ].filter((problem) => !allowed.some((pattern) => pattern.test(problem)))
    },
    allow: (problem) => allowed.push(problem),
    orderIds,
  }
}

/** Runs in each page. What its policy has refused it says in the console, where the watch hears it. */
function tellBreaches(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`policy: ${event.effectiveDirective} refuses ${event.blockedURI || 'a script'}`)
  })
}

/** A page, or what a page asked for later. A stream of events never ends. */
function isText(response: Response): boolean {
  const type = response.headers()['content-type'] ?? ''
  return /text\/(html|x-component)|json/.test(type)
}

/** The form where a shopper has typed a number shows it again. */
const FORM = '/checkout'

async function readPage(response: Response): Promise<string[]> {
  // A page that was left before it had come has nothing to read, and neither has a redirect.
  const text = await response.text().catch(() => '')
  const isForm = new URL(response.url()).pathname === FORM
  const found = findSecrets(text, isForm ? ['a full phone number'] : [])
  return found.map((secret) => `${response.url()} tells ${secret}`)
}
