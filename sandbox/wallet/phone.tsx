/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { formatTime } from '../midtrans-time'
import type { Merchant, Transaction } from '../store/records'
import type { Messages } from './english'
import { formatRupiah } from './rupiah'

type PhoneProps = {
  t: Messages
  /** The time in the phone's corner: the sandbox's own. */
  now: number
  /** The phone is all there is on the page, and its name the page's first heading. */
  alone?: boolean
  children: Child
}

/** The frame of the pretend phone. */
export function Phone({ t, now, alone = false, children }: PhoneProps) {
  const Name = alone ? 'h1' : 'p'
  return (
    <section class="phone" id="phone" aria-label={t.wallet.phone}>
      <header class="phone-bar">
        <p class="phone-time" aria-hidden="true">
          <span id="phone-time">{formatTime(now).slice(11, 16)}</span>
          <span class="phone-speaker" />
          <span class="phone-battery" />
        </p>
        <Name class="phone-name">{t.wallet.name}</Name>
        <p class="phone-note">{t.wallet.note}</p>
      </header>
      <div class="phone-screen">{children}</div>
    </section>
  )
}

/** What a screen is for. With `focused` it is where the keyboard and a screen reader go on. */
export function ScreenTitle({ children, focused = true }: { children: Child; focused?: boolean }) {
  return (
    <h2 class="screen-title" {...(focused && { tabindex: -1, autofocus: true })}>
      {children}
    </h2>
  )
}

type BillProps = { t: Messages; transaction: Transaction; merchant: Merchant }

/** To whom, how much, for what: the same words before and after every payment. */
export function Bill({ t, transaction, merchant }: BillProps) {
  const { grossAmount, orderId, expiresAt, virtualAccount, status } = transaction
  return (
    <div class="bill">
      <p class="bill-merchant">{merchant.name}</p>
      <p class="bill-amount">{formatRupiah(grossAmount)}</p>
      <dl>
        <dt>{t.wallet.order}</dt>
        <dd class="id">{orderId}</dd>
        {virtualAccount && (
          <>
            <dt>{t.wallet.virtualAccount(virtualAccount.bank.toUpperCase())}</dt>
            <dd>{virtualAccount.number}</dd>
          </>
        )}
        {status === 'pending' && (
          <>
            <dt>{t.wallet.payBefore}</dt>
            <dd>{formatTime(expiresAt)} WIB</dd>
          </>
        )}
      </dl>
    </div>
  )
}

/** The two answers. */
export function Answers({ t }: { t: Messages }) {
  return (
    <div class="answers">
      <button type="submit" name="decision" value="pay" class="primary">
        {t.wallet.pay}
      </button>
      <button type="submit" name="decision" value="decline">
        {t.wallet.decline}
      </button>
    </div>
  )
}

export type Mood = 'good' | 'bad' | 'neutral'

export function Outcome({ mood, title, text }: { mood: Mood; title: string; text: string }) {
  const signs = { good: 'M5 13l5 5 9-11', bad: 'M7 7l10 10M17 7L7 17', neutral: 'M12 7v6M12 17v.1' }
  return (
    <div class={`outcome ${mood}`} role="status">
      <svg class="outcome-sign" viewBox="0 0 24 24" aria-hidden="true">
        <path d={signs[mood]} />
      </svg>
      <ScreenTitle>{title}</ScreenTitle>
      <p>{text}</p>
    </div>
  )
}
