/** @jsxImportSource hono/jsx */
import type { Context } from 'hono'
import type { Sandbox } from '../sandbox'
import { ClockPanel } from './clock-panel'
import { DeliveryRow, TransactionRow } from './desk-rows'
import type { Messages } from './english'
import { FaultPanel } from './fault-panel'
import { LanguageSwitch } from './language-switch'
import { listDeliveries, listTransactions } from './listings'
import { MerchantPanel } from './merchant-panel'
import { Panel } from './panel'
import { Phone } from './phone'
import { Scanner } from './scanner'
import type { ScannerState } from './scanner-state'

type Props = { c: Context; t: Messages; sandbox: Sandbox; state: ScannerState }

/** /_sandbox: the phone on the left, what happens on the right. */
export function DeskPage({ c, t, sandbox, state }: Props) {
  const { start } = state
  const source = `/_sandbox?${new URLSearchParams(start ? { order_id: start } : {})}`
  return (
    <div class="desk" data-source={source}>
      <Head c={c} t={t} />
      <main class="desk-body">
        <div class="desk-phone">
          <Phone t={t} now={sandbox.clock.now()}>
            <Scanner t={t} sandbox={sandbox} path="/_sandbox" state={state} />
          </Phone>
        </div>
        <div class="desk-lists">
          <Filter t={t} start={start} />
          <Lists t={t} sandbox={sandbox} start={start} />
          <ClockPanel t={t} clock={sandbox.clock} />
          <FaultPanel t={t} faults={sandbox.faults.list()} />
          <MerchantPanel t={t} sandbox={sandbox} />
        </div>
      </main>
    </div>
  )
}

function Head({ c, t }: { c: Context; t: Messages }) {
  const done = c.req.query('done') ?? ''
  const news = Object.entries(t.desk.done).find(([key]) => key === done)?.[1]
  const sections = ['transactions', 'notifications', 'clock', 'faults', 'merchants'] as const
  return (
    <header class="desk-head">
      <h1 class="brand">
        {t.desk.title} <small>{t.desk.note}</small>
      </h1>
      <LanguageSwitch c={c} />
      <nav class="sections" aria-label={t.desk.onThisPage}>
        {sections.map((id) => (
          <a key={id} href={`#${id}`}>
            {t.desk[id]}
          </a>
        ))}
      </nav>
      <p class="news" id="news" aria-live="polite">
        {news}
      </p>
    </header>
  )
}

function Filter({ t, start }: { t: Messages; start: string }) {
  return (
    <search>
      <form method="get" action="/_sandbox" class="filter">
        <label for="filter">{t.desk.filter}</label>
        <input id="filter" name="order_id" value={start} maxlength={60} spellcheck={false} />
        <button type="submit">{t.desk.filterButton}</button>
        {start && <a href="/_sandbox">{t.desk.showAll}</a>}
        <noscript>
          <a href="/_sandbox">{t.desk.refresh}</a>
        </noscript>
      </form>
    </search>
  )
}

function Lists({ t, sandbox, start }: { t: Messages; sandbox: Sandbox; start: string }) {
  const transactions = listTransactions(sandbox, start)
  const deliveries = listDeliveries(sandbox, start)
  const empty = (sentence: string) => <p class="quiet">{start ? t.desk.nothingFound : sentence}</p>
  return (
    <>
      <Panel id="transactions" title={t.desk.transactions}>
        <div data-live="transactions">
          {transactions.length === 0 && empty(t.desk.noTransactions)}
          {transactions.map((transaction) => (
            <TransactionRow
              key={transaction.transactionId}
              t={t}
              sandbox={sandbox}
              transaction={transaction}
            />
          ))}
        </div>
      </Panel>
      <Panel id="notifications" title={t.desk.notifications}>
        <div data-live="notifications">
          {deliveries.length === 0 && empty(t.desk.noNotifications)}
          {deliveries.map((delivery) => (
            <DeliveryRow key={delivery.id} t={t} delivery={delivery} />
          ))}
        </div>
      </Panel>
    </>
  )
}
