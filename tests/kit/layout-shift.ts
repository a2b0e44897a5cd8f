import type { Page } from 'playwright/test'

/** Adds up how far things jump on every page opened from now on, except at once after a press: CLS. */
export async function watchLayoutShift(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const seen = { shift: 0 }
    Object.assign(window, { seen })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) {
        if (!entry.hadRecentInput) seen.shift += entry.value
      }
    }).observe({ type: 'layout-shift', buffered: true })
    type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean }
  })
  return () =>
    // What was painted last is told only after the next frame.
    page.evaluate(async () => {
      await document.fonts.ready
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
      return (window as unknown as { seen: { shift: number } }).seen.shift
    })
}
