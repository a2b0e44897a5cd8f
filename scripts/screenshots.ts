import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { startDemo } from '@/tests/kit/demo-process'
import { ensureBrowser } from './browser'
import { ROOT } from './root'
import { openDarkroom } from './screenshots/pictures'
import { writeReport } from './screenshots/report'
import type { Scene } from './screenshots/scene'
import { scenes } from './screenshots/scenes'
import { type Look, openStage } from './screenshots/stage'

/**
 * Makes a picture of every page and state into docs/screenshots. With `--compare` they go into
 * test-results/screenshots, beside a page that shows how they differ from those. `--only=product,cart`
 * makes the pictures of these scenes alone.
 */
const KEPT = join(ROOT, 'docs', 'screenshots')
const RESULTS = join(ROOT, 'test-results', 'screenshots')

/** Anything else is refused: a slip of the finger is not to take all pictures anew. */
function readOptions() {
  const options = { compare: { type: 'boolean' }, only: { type: 'string' } } as const
  try {
    const { compare = false, only } = parseArgs({ options }).values
    const names = only?.split(',')
    const unknown = names?.find((name) => !scenes.some((scene) => scene.name === name))
    if (unknown !== undefined) throw new Error(`There is no scene ${unknown}.`)
    return { compare, only: names }
  } catch (error) {
    console.error(`${(error as Error).message} The options are --compare and --only=product,cart.`)
    process.exit(1)
  }
}

const looks: Look[] = (['desktop', 'phone'] as const).flatMap((device) => [
  { device, scheme: 'light', locale: 'en' },
  { device, scheme: 'dark', locale: 'en' },
  { device, scheme: 'light', locale: 'id' },
])

const isSeen = ({ only, inBothLanguages }: Scene, { device, locale }: Look): boolean =>
  (only === undefined || only === device) && (locale === 'en' || inBothLanguages === true)

const { compare, only } = readOptions()
const wanted = scenes.filter(({ name }) => only?.includes(name) ?? true)
const isWanted = (file: string) => wanted.some(({ name }) => file.startsWith(`${name}.`))
const folder = compare ? join(RESULTS, 'now') : KEPT
if (compare || !only) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

const serverKey = `SB-Mid-server-${randomUUID()}`
const demo = await startDemo({
  env: { MIDTRANS_SERVER_KEY: serverKey, LIMIT_MISSED_LOOKUPS: '3', TRUSTED_PROXIES: '1' },
  onLine: (line) => console.log(line),
})
const browser = await chromium.launch({ executablePath: ensureBrowser() })
const darkroom = await openDarkroom(browser)
try {
  for (const look of looks) {
    const stage = await openStage(browser, demo, serverKey, look)
    for (const scene of wanted.filter((one) => isSeen(one, look))) {
      await scene.open(stage)
      const { device, scheme, locale } = look
      const file = `${scene.name}.${device}-${scheme}-${locale}.webp`
      writeFileSync(join(folder, file), await darkroom.develop(await stage.takePicture()))
      await stage.page.emulateMedia({ media: null })
      await scene.close?.(stage)
      console.log(file)
    }
    await stage.close()
  }
  if (compare) {
    const count = await writeReport({
      before: KEPT,
      after: folder,
      isWanted,
      folder: RESULTS,
      darkroom,
    })
    console.log(`${count} pictures differ: ${join(RESULTS, 'report.html')}`)
  }
} finally {
  await browser.close()
  await demo.stop()
}
