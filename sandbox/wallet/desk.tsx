/** @jsxImportSource hono/jsx */
import { Hono } from 'hono'
import type { Env } from '../api/reply'
import { refuseOtherOrigins } from '../control/same-origin'
import type { Sandbox } from '../sandbox'
import { actions, isAction } from './desk-actions'
import { DeskPage } from './desk-page'
import { readLanguage, readMessages } from './messages'
import { renderPage } from './page'
import { readForm } from './read-form'
import { answerScanner, readScanner } from './scanner-state'

const PATH = '/_sandbox'

/** /_sandbox, for people. Its buttons do what the JSON addresses do. */
export function deskPages(sandbox: Sandbox): Hono<Env> {
  const pages = new Hono<Env>()

  pages.get(PATH, (c) => {
    // The page asks every second; as long as nothing was written the answer is 304, for ten seconds at
    // most because the page shows the time.
    const moment = Math.floor(Date.now() / 10_000)
    const tag = `"${sandbox.store.version()}-${moment}-${readLanguage(c)}"`
    c.header('ETag', tag)
    if (c.req.header('if-none-match') === tag) return c.body(null, 304)
    const t = readMessages(c)
    const state = readScanner(sandbox, c, t)
    const page = <DeskPage c={c} t={t} sandbox={sandbox} state={state} />
    return renderPage(c, t.desk.title, page, state.isUnknown ? 404 : 200)
  })
  pages.post(PATH, refuseOtherOrigins, (c) => answerScanner(sandbox, c, PATH, { asksPin: true }))

  pages.post(`${PATH}/desk`, refuseOtherOrigins, async (c) => {
    const fields = await readForm(c)
    const done = isAction(fields.action) ? await actions[fields.action](sandbox, fields) : 'wrong'
    return c.redirect(`${PATH}?done=${done}`, 303)
  })
  return pages
}
