import axe, { type RunOnly } from 'axe-core'
import type { Page } from 'playwright/test'

/** A screen of 1280 pixels at 400 % (WCAG 2.2, 1.4.10). */
const MAGNIFIED = { width: 320, height: 256 }

/** Where letters may be twice as large (WCAG 2.2, 1.4.4). */
const PHONE = { width: 390, height: 844 }

/** What a reader may set (WCAG 2.2, 1.4.12). */
const SPACED =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }'

/** Nothing but colours differs between light and dark, so the other rules need no second look. */
const COLOURS: RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

const RULES: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}

/**
 * What axe finds against WCAG 2.2 AA in the light and in the dark, and whether the page needs scrolling
 * sideways at 400 %, or is cut off there when letters stand further apart, or
 * wider than a phone when they are twice as large: one line for each kind and element.
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
  return [...found, ...(await lookMagnified(page))]
}

/** The same in the colours that the page is shown in, and at its size. */
export async function findViolationsAsShown(page: Page): Promise<string[]> {
  return runAxe(page, 'as shown', RULES)
}

async function runAxe(page: Page, look: string, runOnly: RunOnly): Promise<string[]> {
  // Further down the header that stays in sight lies over whatever is there, and makes it too small to press.
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }))
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

/** Whether the page needs scrolling sideways, and what is cut off when letters stand further apart. */
async function lookMagnified(page: Page): Promise<string[]> {
  const size = page.viewportSize()
  await page.setViewportSize(MAGNIFIED)
  await page.waitForFunction((width) => window.innerWidth === width, MAGNIFIED.width)
  const fits = page.waitForFunction(
    () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    undefined,
    { timeout: 2_000 },
  )
  const found: string[] = await fits.then(
    () => [],
    () => ['at 400 % it is wider than the screen'],
  )
  const cut = await page.evaluate(findCutOff, SPACED)
  await page.setViewportSize(PHONE)
  await page.waitForFunction((width) => window.innerWidth === width, PHONE.width)
  if (await page.evaluate(isTooWideInLargeLetters)) {
    found.push('with letters twice as large it is wider than a phone')
  }
  if (size) await page.setViewportSize(size)
  return [...found, ...cut.map((html) => `at 400 % with more space it is cut off: ${html}`)]
}

/** Runs in the page. */
function findCutOff(spaced: string): string[] {
  const kept = document.adoptedStyleSheets
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(spaced)
  document.adoptedStyleSheets = [...kept, sheet]
  const cut: string[] = []
  for (const element of document.querySelectorAll('body :not(input, textarea)')) {
    const { overflowX } = getComputedStyle(element)
    const { clientWidth, scrollWidth } = element
    // What is there for screen readers alone is one pixel wide.
    const hides = (overflowX === 'hidden' || overflowX === 'clip') && clientWidth > 1
    if (hides && scrollWidth > clientWidth + 1) cut.push(element.outerHTML.slice(0, 120))
  }
  document.adoptedStyleSheets = kept
  return cut
}

/** Runs in the page. */
function isTooWideInLargeLetters(): boolean {
  const { documentElement: page } = document
  page.style.fontSize = '200%'
  const isTooWide = page.scrollWidth > page.clientWidth
  page.style.fontSize = ''
  return isTooWide
}
