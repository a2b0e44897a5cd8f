/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { Merchant, Transaction } from '../store/records'
import type { Messages } from './english'
import { issuers } from './issuers'
import { Answers, Bill, Outcome, ScreenTitle } from './phone'
import { describeState } from './state'

type Props = { t: Messages; path: string; transaction: Transaction; merchant: Merchant }

/** Whom to pay, how much, and with which app. A bank transfer knows no app. */
export function ConfirmScreen({ t, path, transaction, merchant }: Props) {
  return (
    <>
      <ScreenTitle>{t.confirm.title}</ScreenTitle>
      <Bill t={t} transaction={transaction} merchant={merchant} />
      <form method="post" action={path} class="stack">
        <input type="hidden" name="id" value={transaction.transactionId} />
        {transaction.chargedAs !== 'bank_transfer' && (
          <>
            <label for="issuer">{t.wallet.payWith}</label>
            <select id="issuer" name="issuer">
              {issuers.map(([issuer, app]) => (
                <option key={issuer} value={issuer}>
                  {app}
                </option>
              ))}
            </select>
          </>
        )}
        <Answers t={t} />
      </form>
      <Another t={t} path={path} />
    </>
  )
}

/** What became of a payment, or why there is none to make. `answered` says that someone has just pressed. */
export function OutcomeScreen({
  t,
  path,
  transaction,
  merchant,
  answered,
}: Props & { answered: boolean }) {
  const { kind, title, text } = describeState(transaction, t)
  const isNews = answered && kind === 'paid'
  const mood = { open: 'bad', paid: 'good', reserved: 'good', over: 'neutral' } as const
  const words = kind === 'open' ? t.outcome.declined : isNews ? t.outcome.paid : title
  return (
    <>
      <Outcome mood={mood[kind]} title={words} text={text} />
      <Bill t={t} transaction={transaction} merchant={merchant} />
      <Another t={t} path={path} />
    </>
  )
}

export function UnknownScreen({ t, path }: Pick<Props, 't' | 'path'>) {
  return (
    <>
      <Outcome mood="neutral" title={t.outcome.unknown} text={t.outcome.unknownCode} />
      <Another t={t} path={path} />
    </>
  )
}

function Another({ t, path }: { t: Messages; path: string }): Child {
  return (
    <a class="button" href={path}>
      {t.wallet.scanAnother}
    </a>
  )
}
