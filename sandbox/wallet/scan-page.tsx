/** @jsxImportSource hono/jsx */
import { Hono } from 'hono'
import type { Env } from '../api/reply'
import { refuseOtherOrigins } from '../control/same-origin'
import type { Sandbox } from '../sandbox'
import { LanguageSwitch } from './language-switch'
import { readMessages } from './messages'
import { renderPage } from './page'
import { Phone } from './phone'
import { Scanner } from './scanner'
import { answerScanner, readScanner } from './scanner-state'

const PATH = '/v2/qris/index'

/** The page at the address of Midtrans's own QRIS simulator: paste a code, choose, pay. It asks for no PIN. */
export function scanPages(sandbox: Sandbox): Hono<Env> {
  const pages = new Hono<Env>()
  pages.get(PATH, (c) => {
    const t = readMessages(c)
    const state = readScanner(sandbox, c, t)
    return renderPage(
      c,
      t.simulator.title,
      <main class="alone">
        <Phone t={t} now={sandbox.clock.now()} alone>
          <Scanner t={t} sandbox={sandbox} path={PATH} state={state} />
        </Phone>
        <LanguageSwitch c={c} />
      </main>,
      state.isUnknown ? 404 : 200,
    )
  })
  pages.post(PATH, refuseOtherOrigins, (c) => answerScanner(sandbox, c, PATH))
  return pages
}
