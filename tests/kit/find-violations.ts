import axe, { type RunOnly } from 'axe-core'
import type { Page } from 'playwright/test'

/** A screen of 1280 pixels at 400 % (WCAG 2.2, 1.4.10). */
const MAGNIFIED = { width: 320, height: 256 }

/** Nothing but colours differs between light and dark, so the other rules need no second look. */
const COLOURS: RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

const RULES: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}

/**
 * What axe finds against WCAG 2.2 AA in the light and in the dark, and whether the page needs scrolling
 * sideways at 400 %: one line for each kind and element.
 */
export async function findViolations(page: Page): Promise<string[]> {
  // Without motion nothing is half faded in while its contrast is measured.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const found = await runAxe(page, 'light', RULES)
  return [...found, ...(await lookInTheDark(page, COLOURS))]
}

/** The same in the dark alone, for a page that was seen in the light in another language. */
export async function findViolationsInTheDark(page: Page): Promise<string[]> {
  return lookInTheDark(page, RULES)
}

async function lookInTheDark(page: Page, rules: RunOnly): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const found = await runAxe(page, 'dark', rules)
  await page.emulateMedia({ colorScheme: null })
  if (await isTooWideMagnified(page)) found.push('at 400 % it is wider than the screen')
  return found
}

/** The same in the colours that the page is shown in, and at its size. */
export async function findViolationsAsShown(page: Page): Promise<string[]> {
  return runAxe(page, 'as shown', RULES)
}

async function runAxe(page: Page, look: string, runOnly: RunOnly): Promise<string[]> {
  // A new look is there from the next frame on, and colours on their way to others are neither.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  )
  // Between two states of a page React takes the old title away before the new one is there.
  await page.waitForFunction(() => document.title !== '')
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  // What is right need not be described, nor a selector be found for it: most of axe's time.
  const options = { runOnly, resultTypes: ['violations' as const], selectors: false }
  const violations = await page.evaluate(async (options) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(options)
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html.slice(0, 200)]))
  }, options)
  const path = new URL(page.url()).pathname
  return violations.map(([id, html]) => `${path}, ${look}: ${id}: ${html}`)
}

async function isTooWideMagnified(page: Page): Promise<boolean> {
  const size = page.viewportSize()
  await page.setViewportSize(MAGNIFIED)
  const fits = page.waitForFunction(
    (width) =>
      window.innerWidth === width &&
      document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    MAGNIFIED.width,
    { timeout: 2_000 },
  )
  const isTooWide = await fits.then(
    () => false,
    () => true,
  )
  if (size) await page.setViewportSize(size)
  return isTooWide
}
