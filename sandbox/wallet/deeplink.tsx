/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { findMerchantById } from '../api/merchants'
import type { Env } from '../api/reply'
import { refuseOtherOrigins } from '../control/same-origin'
import type { Sandbox } from '../sandbox'
import type { Transaction } from '../store/records'
import { findByReference } from '../store/transactions'
import { readCurrent } from '../transactions/move'
import { payByDeeplink } from '../transactions/pay'
import { callbackAddress } from './callback'
import { LanguageSwitch } from './language-switch'
import { readMessages } from './messages'
import { renderPage } from './page'
import { Answers, Bill, type Mood, Outcome, Phone, ScreenTitle } from './phone'
import { readForm } from './read-form'
import { describeState } from './state'

const PATH = '/gopay/partner/app/payment-pin'

/** The page that `deeplink-redirect` opens in place of the GoPay app. One press decides: there is no PIN here. */
export function deeplinkPages(sandbox: Sandbox): Hono<Env> {
  const pages = new Hono<Env>()
  const find = (reference: string) => {
    const known = findByReference(sandbox.store, reference)
    return known?.chargedAs === 'gopay' ? readCurrent(sandbox, known.transactionId) : undefined
  }
  const render = (c: Context, title: string, screen: Child, status: 200 | 404 = 200) =>
    renderPage(
      c,
      title,
      <main class="alone">
        <Phone t={readMessages(c)} now={sandbox.clock.now()} alone>
          {screen}
        </Phone>
        {c.req.method === 'GET' && <LanguageSwitch c={c} />}
      </main>,
      status,
    )
  const renderOutcome = (c: Context, mood: Mood, title: string, text: string, status?: 404) =>
    render(c, title, <Outcome mood={mood} title={title} text={text} />, status)

  function renderUnknown(c: Context) {
    const { outcome } = readMessages(c)
    return renderOutcome(c, 'neutral', outcome.unknown, outcome.unknownLink, 404)
  }

  /** A second press, or a page that was left open: says what happened meanwhile and shows the way back. */
  function renderOver(c: Context, transaction: Transaction) {
    const t = readMessages(c)
    const { callbackUrl, orderId } = transaction
    const { title, kind } = describeState(transaction, t)
    const isOver = kind === 'over'
    const result = isOver ? 'failure' : 'success'
    return render(
      c,
      title,
      <>
        <Outcome
          mood={isOver ? 'neutral' : 'good'}
          title={title}
          text={t.outcome.nothingLeft(orderId)}
        />
        {callbackUrl && (
          <a class="button primary" href={callbackAddress(callbackUrl, orderId, result)}>
            {t.wallet.backToShop}
          </a>
        )}
      </>,
    )
  }

  pages.get(PATH, (c) => {
    const transaction = find(c.req.query('id') ?? '')
    if (!transaction) return renderUnknown(c)
    if (transaction.status !== 'pending') return renderOver(c, transaction)
    const t = readMessages(c)
    const merchant = findMerchantById(sandbox, transaction.merchantId)
    return render(
      c,
      `${t.confirm.title} · ${merchant.name}`,
      <>
        <ScreenTitle focused={false}>{t.confirm.title}</ScreenTitle>
        <Bill t={t} transaction={transaction} merchant={merchant} />
        <form method="post" action={PATH} class="stack">
          <input type="hidden" name="id" value={transaction.reference} />
          <Answers t={t} />
        </form>
      </>,
    )
  })

  pages.post(PATH, refuseOtherOrigins, async (c) => {
    const { id, decision } = await readForm(c)
    const transaction = find(id ?? '')
    if (!transaction) return renderUnknown(c)
    if (transaction.status !== 'pending') return renderOver(c, transaction)
    // Declining leaves the transaction pending and tells nobody: the shopper may try until the deadline.
    const paid = decision === 'pay' ? payByDeeplink(sandbox, transaction) : undefined
    const { callbackUrl, orderId } = transaction
    if (callbackUrl) {
      return c.redirect(callbackAddress(callbackUrl, orderId, paid ? 'success' : 'failure'), 303)
    }
    const { outcome } = readMessages(c)
    if (!paid) return renderOutcome(c, 'bad', outcome.declined, outcome.declinedText)
    const title = paid.status === 'authorize' ? outcome.reserved : outcome.paid
    return renderOutcome(c, 'good', title, outcome.closePage)
  })
  return pages
}
