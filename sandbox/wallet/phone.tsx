/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { formatTime } from '../midtrans-time'
import type { Merchant, Transaction } from '../store/records'
import { formatRupiah } from './rupiah'

/** The frame of the pretend phone. */
export function Phone({ title, children }: { title: string; children: Child }) {
  return (
    <section class="phone" aria-labelledby="phone-title">
      <header class="phone-bar">
        <span aria-hidden="true" class="phone-notch" />
        <h1 id="phone-title">{title}</h1>
        <p class="phone-note">Sandbox wallet · pretend money</p>
      </header>
      <div class="phone-screen">{children}</div>
    </section>
  )
}

/** To whom, how much, for what: the same words before every payment. */
export function Bill({ transaction, merchant }: { transaction: Transaction; merchant: Merchant }) {
  return (
    <div class="bill">
      <p class="bill-merchant">{merchant.name}</p>
      <p class="bill-amount">{formatRupiah(transaction.grossAmount)}</p>
      <dl>
        <dt>Order</dt>
        <dd>{transaction.orderId}</dd>
        <dt>Pay before</dt>
        <dd>{formatTime(transaction.expiresAt)} WIB</dd>
      </dl>
    </div>
  )
}

/** The two answers. Their names are fixed: shops' tests press them. */
export function Answers() {
  return (
    <div class="answers">
      <button type="submit" name="decision" value="pay" class="primary">
        Pay
      </button>
      <button type="submit" name="decision" value="decline">
        Decline
      </button>
    </div>
  )
}

export type Mood = 'good' | 'bad' | 'neutral'

export function Outcome({ mood, title, text }: { mood: Mood; title: string; text: string }) {
  const signs = { good: '✓', bad: '✕', neutral: 'i' }
  return (
    <div class={`outcome ${mood}`} role="status">
      <span class="outcome-sign" aria-hidden="true">
        {signs[mood]}
      </span>
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
  )
}
