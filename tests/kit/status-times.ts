import type { Page } from 'playwright/test'

/** When the page's status line came to say something, by the page's own clock, in milliseconds. */
export type StatusTimes = { firstTime(text: string): number | undefined }

/** Call before the page is opened. Sees every change, also over navigations. */
export async function recordStatusTimes(page: Page): Promise<StatusTimes> {
  const changes: { text: string; at: number }[] = []
  await page.exposeFunction('tokokuStatusChanged', (text: string, at: number) => {
    changes.push({ text, at })
  })
  await page.addInitScript(() => {
    let last = ''
    const tell = (window as unknown as Record<string, (text: string, at: number) => void>)
      .tokokuStatusChanged
    new MutationObserver(() => {
      const text = document.querySelector('[role="status"]')?.textContent?.trim() ?? ''
      if (text !== last) tell?.(text, Date.now())
      last = text
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
  return { firstTime: (text) => changes.find((change) => change.text.startsWith(text))?.at }
}
