import { Hono } from 'hono'
import type { Env } from '../api/reply'
import type { Sandbox } from '../sandbox'
import { assetFiles } from './assets'
import { deeplinkPages } from './deeplink'
import { deskPages } from './desk'
import { scanPages } from './scan-page'

/** The pages for people: the deeplink's phone, the QRIS simulator, the desk. */
export function walletPages(sandbox: Sandbox): Hono<Env> {
  const pages = new Hono<Env>()
  pages.route('/', assetFiles())
  pages.route('/', deeplinkPages(sandbox))
  pages.route('/', scanPages(sandbox))
  pages.route('/', deskPages(sandbox))
  return pages
}
