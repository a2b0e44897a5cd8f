import type { Page } from 'playwright/test'

/** Starts to add up how far things jump on every page that is opened from now on. */
export async function watchLayoutShift(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const seen = { shift: 0 }
    Object.assign(window, { seen })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as Shift).value
    }).observe({ type: 'layout-shift', buffered: true })
    type Shift = PerformanceEntry & { value: number }
  })
  return () =>
    // What was painted last is told only after the next frame.
    page.evaluate(async () => {
      await document.fonts.ready
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
      return (window as unknown as { seen: { shift: number } }).seen.shift
    })
}
