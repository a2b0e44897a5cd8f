/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono'
import { findMerchantById } from '../api/merchants'
import type { Env } from '../api/reply'
import { refuseOtherOrigins } from '../control/same-origin'
import type { Sandbox } from '../sandbox'
import type { Transaction } from '../store/records'
import { findByReference } from '../store/transactions'
import { readCurrent } from '../transactions/move'
import { payByDeeplink } from '../transactions/pay'
import { callbackAddress } from './callback'
import { renderPage } from './layout'
import { describeState } from './over'
import { Answers, Bill, type Mood, Outcome, Phone } from './phone'
import { readForm } from './read-form'

const PATH = '/gopay/partner/app/payment-pin'

/** The page that `deeplink-redirect` opens in place of the GoPay app. */
export function deeplinkPages(sandbox: Sandbox): Hono<Env> {
  const pages = new Hono<Env>()
  const find = (reference: string) => {
    const known = findByReference(sandbox.store, reference)
    return known?.chargedAs === 'gopay' ? readCurrent(sandbox, known.transactionId) : undefined
  }

  pages.get(PATH, (c) => {
    const transaction = find(c.req.query('id') ?? '')
    if (!transaction) return renderUnknown(c)
    if (transaction.status !== 'pending') return renderOver(c, transaction)
    const merchant = findMerchantById(sandbox, transaction.merchantId)
    return renderPage(
      c,
      `Pay ${merchant.name}`,
      <main class="alone">
        <Phone title="GoPay">
          <Bill transaction={transaction} merchant={merchant} />
          <form method="post" action={PATH}>
            <input type="hidden" name="id" value={transaction.reference} />
            <Answers />
          </form>
        </Phone>
      </main>,
    )
  })

  pages.post(PATH, refuseOtherOrigins, async (c) => {
    const { id, decision } = await readForm(c)
    const transaction = find(id ?? '')
    if (!transaction) return renderUnknown(c)
    if (transaction.status !== 'pending') return renderOver(c, transaction)
    // Declining leaves the transaction pending and tells nobody: the shopper may try until the deadline.
    const paid = decision === 'pay' && payByDeeplink(sandbox, transaction) !== undefined
    const { callbackUrl, orderId } = transaction
    if (callbackUrl) {
      return c.redirect(callbackAddress(callbackUrl, orderId, paid ? 'success' : 'failure'), 303)
    }
    return paid
      ? renderOutcome(c, 'good', 'Paid', 'You can close this page and go back to the shop.')
      : renderOutcome(c, 'bad', 'Declined', 'Nothing was paid. You can still pay later.')
  })
  return pages
}

function renderUnknown(c: Context) {
  const text = 'This link belongs to no payment of this sandbox. It may have been reset since.'
  return renderOutcome(c, 'neutral', 'Unknown payment', text, undefined, 404)
}

/** A second press, or a page that was left open: says what happened meanwhile and shows the way back. */
function renderOver(c: Context, transaction: Transaction) {
  const { callbackUrl, orderId } = transaction
  const { title, paid } = describeState(transaction)
  const back = callbackUrl && callbackAddress(callbackUrl, orderId, paid ? 'success' : 'failure')
  const text = `There is nothing left to pay for order ${orderId}.`
  return renderOutcome(c, paid ? 'good' : 'neutral', title, text, back)
}

function renderOutcome(
  c: Context,
  mood: Mood,
  title: string,
  text: string,
  backUrl?: string,
  status: 200 | 404 = 200,
) {
  return renderPage(
    c,
    title,
    <main class="alone">
      <Phone title="GoPay">
        <Outcome mood={mood} title={title} text={text} />
        {backUrl && (
          <a class="button primary" href={backUrl}>
            Back to the shop
          </a>
        )}
      </Phone>
    </main>,
    status,
  )
}
