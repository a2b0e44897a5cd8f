import type { Page } from 'playwright/test'

/**
 * Lets a test hide a tab and show it again: in Playwright's browsers every tab counts as visible.
 * Call before the page is opened.
 */
export async function controlVisibility(page: Page): Promise<(hidden: boolean) => Promise<void>> {
  await page.addInitScript(() => {
    const tab = window as unknown as { tokokuHidden?: boolean }
    Object.defineProperty(document, 'hidden', { get: () => tab.tokokuHidden ?? false })
  })
  return (hidden) =>
    page.evaluate((value) => {
      const tab = window as unknown as { tokokuHidden?: boolean }
      tab.tokokuHidden = value
      document.dispatchEvent(new Event('visibilitychange'))
    }, hidden)
}
