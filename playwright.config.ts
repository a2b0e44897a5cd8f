import { defineConfig, devices, type PlaywrightTestOptions, type Project } from 'playwright/test'
import { ensureBrowser } from '@/scripts/browser'
import { BY_SYSTEM, ONE_LOOK } from '@/tests/kit/device-classes'

// Looked for once: the processes that run the tests inherit it.
process.env.CHROMIUM_PATH ||= ensureBrowser()

/** A class of device, by the browser it says it is. All of them are Chromium underneath. */
function device(name: string, kind: string, use: Partial<PlaywrightTestOptions>): Project {
  return {
    name,
    testMatch: `**/*.${kind}.spec.ts`,
    use: { ...use, browserName: 'chromium' },
  }
}

/** The purchase from the shelf to Paid. One project: each starts processes and browsers of its own. */
export const journeys = device('journeys', 'journey', {})

/** An iPhone gets what an Android phone gets, but for tests tagged `BY_SYSTEM`. */
export const iphone = device('iphone', 'phone', devices['iPhone 15'])

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/global-setup.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  // More than cores: many tests wait, for a code that comes late or a time that runs out.
  workers: 3,
  // A test that passes only the second time hides a race.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  timeout: 30_000,
  expect: { timeout: 10_000 },
  use: {
    locale: 'en-GB',
    // Without film strip and copies of the page, which cost every test an eighth of its time: what a failure
    // leaves is a picture, each step, the console and all that was asked for. `--trace on` has the rest.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        // No page and nothing of the browser itself reaches further than this machine.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
        // Chromium renders two pages of its own for every window's address bar, a seventh of the
        // run's time, and starts a process for a page that may come. The last switch of this name
        // counts, so what matters to tests is named again.
        '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,SpareRendererForSitePerProcess,PaintHolding,HttpsUpgrades,AvoidUnnecessaryBeforeUnloadCheckSync,OptimizationHints,MediaRouter',
        // A page lives for seconds here: what is spent on compiling it better never comes back.
        '--js-flags=--no-opt,--no-maglev',
      ],
    },
  },
  projects: [
    device('desktop', 'desktop', devices['Desktop Chrome']),
    device('without-javascript', 'nojs', {
      ...devices['Desktop Chrome'],
      javaScriptEnabled: false,
    }),
    device('android', 'phone', devices['Pixel 7']),
    // The rest of its tests is in playwright.all.config.ts.
    { ...iphone, grep: new RegExp(BY_SYSTEM) },
    device('ipad', 'tablet', devices['iPad (gen 11)']),
    // Every class of device has its turn, in one of the looks; axe sees the same pages in other tests.
    // playwright.all.config.ts has them in all looks.
    { ...journeys, grep: new RegExp(ONE_LOOK) },
  ],
})
