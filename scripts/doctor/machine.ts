import { findBrowser } from '../browser'
import { isPortFree } from '../ports'
import { type Finding, ill, well } from './check'

const OLDEST = [20, 19] as const

export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isNewEnough = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
  return isNewEnough
    ? well(version)
    : ill(version, `Install Node ${OLDEST.join('.')} or newer; .node-version names one.`)
}

/** A port is well when nothing listens there, or what is ours: `ours` answers with 200. */
export async function checkPort(name: string, port: number, ours: string): Promise<Finding> {
  if (await isPortFree(port)) return well(`${port} is free`)
  const answer = await fetch(ours, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
  const json = await answer?.json().catch(() => undefined)
  if (answer?.ok && json) return well(`${port} is Tokoku's`)
  const other = `${name}=${port + 10}`
  return ill(`${port} is used by another program`, `Stop it, or choose another port: ${other}`)
}

export function checkBrowser(): Finding {
  const fix = 'Type `npx playwright install --with-deps chromium`, or name one in CHROMIUM_PATH.'
  try {
    const found = findBrowser()
    return found ? well(found) : ill('no Chromium for the tests', fix)
  } catch (error) {
    return ill((error as Error).message, fix)
  }
}
