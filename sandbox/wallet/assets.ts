import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname } from 'node:path'
import { Hono } from 'hono'
import type { Env } from '../api/reply'
import { refuse } from '../control/read-json'

const FOLDER = new URL('./assets/', import.meta.url)
/** Reads codes where the browser itself cannot. */
const QR_READER = createRequire(import.meta.url).resolve('jsqr/dist/jsQR.js')

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
}

/** The files that the pages load: those of this folder, and the QR reader. */
export function assetFiles(): Hono<Env> {
  const files = new Map<string, URL | string>(
    readdirSync(FOLDER).map((name) => [name, new URL(name, FOLDER)]),
  )
  files.set('jsqr.js', QR_READER)
  const assets = new Hono<Env>()
  assets.get('/_sandbox/assets/:name', (c) => {
    const name = c.req.param('name')
    const file = files.get(name) ?? refuse(404, 'there is no such file')
    const type = types[extname(name)] ?? 'application/octet-stream'
    return c.body(readFileSync(file, 'utf8'), 200, {
      'Content-Type': type,
      'X-Content-Type-Options': 'nosniff',
    })
  })
  return assets
}
