import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright'
import { ROOT } from './root'

/** Debian's packages, and their programs. The first has no window: the same pages for half of the time. */
const DEBIAN_NAMES = ['chromium-headless-shell', 'chromium']
const NAMES = [...DEBIAN_NAMES, 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MAC_APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A browser that was installed without its libraries is there, but does not start. */
function starts(path: string): boolean {
  return (
    isExecutable(path) &&
    spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
  )
}

/**
 * The Chromium that tests drive: CHROMIUM_PATH, Playwright's own, or the system's; undefined when
 * there is none. Throws a sentence when CHROMIUM_PATH names no program.
 */
export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  if (named && !isExecutable(named)) {
    throw new Error(`CHROMIUM_PATH is ${named}, and there is no program of that name.`)
  }
  if (named) return named
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const installed = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [chromium.executablePath(), ...installed, ...MAC_APPLICATIONS].find(starts)
}

function run(program: string, args: string[]): void {
  console.log(`  ${[program, ...args].join(' ')}`)
  spawnSync(program, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 300_000,
    // Where Playwright's download cannot be reached, we want to know soon.
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
  })
}

function installWithPlaywright(): void {
  run(process.execPath, [join('node_modules', 'playwright', 'cli.js'), 'install', 'chromium'])
}

function installWithApt(): void {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return
  run('apt-get', ['update', '-q'])
  for (const name of DEBIAN_NAMES) {
    if (!findBrowser()) run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name])
  }
}

/** The same, installing one where that is possible. Throws what to type where it is not. */
export function ensureBrowser(): string {
  for (const install of [() => {}, installWithPlaywright, installWithApt]) {
    install()
    const browser = findBrowser()
    if (browser) return browser
  }
  throw new Error(
    'No Chromium was found, and none could be installed. Type `npx playwright install --with-deps chromium`, or install Chromium or Chrome and name it in CHROMIUM_PATH.',
  )
}
