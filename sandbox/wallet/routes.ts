import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import type { Env } from '../api/reply'
import type { Sandbox } from '../sandbox'
import { deeplinkPages } from './deeplink'
import { deskPages } from './desk'
import { scanPages } from './scan-page'

const readAsset = (name: string) =>
  readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8')

/** The pages for people: the deeplink's phone, the scanner, the desk. */
export function walletPages(sandbox: Sandbox): Hono<Env> {
  const stylesheet = readAsset('sandbox.css')
  const script = readAsset('sandbox.js')
  const pages = new Hono<Env>()
  pages.get('/_sandbox/assets/sandbox.css', (c) =>
    c.body(stylesheet, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  )
  pages.get('/_sandbox/assets/sandbox.js', (c) =>
    c.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  )
  pages.route('/', deeplinkPages(sandbox))
  pages.route('/', scanPages(sandbox))
  pages.route('/', deskPages(sandbox))
  return pages
}
