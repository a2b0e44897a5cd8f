/** @jsxImportSource hono/jsx */
import type { Sandbox } from '../sandbox'
import { listNewestDeliveries } from '../store/deliveries'
import { listNewest } from '../store/transactions'
import { ClockPanel, FaultPanel } from './desk-controls'
import { DeliveryRow, TransactionRow } from './desk-rows'
import { Scanner, type ScannerQuery } from './scanner'

const SHOWN = 30

/** /_sandbox: the phone on the left, what happens on the right. */
export function DeskPage({ sandbox, query }: { sandbox: Sandbox; query: ScannerQuery }) {
  const transactions = listNewest(sandbox.store, SHOWN)
  const deliveries = listNewestDeliveries(sandbox.store, SHOWN)
  return (
    <div class="desk">
      <header class="desk-head">
        <p class="brand">
          <span aria-hidden="true">◎</span> Midtrans sandbox <small>on this machine</small>
        </p>
        <nav aria-label="On this page">
          <a href="#transactions">Transactions</a>
          <a href="#notifications">Notifications</a>
          <a href="#clock">Clock</a>
          <a href="#faults">Faults</a>
        </nav>
      </header>
      <main class="desk-body">
        <div class="desk-phone">
          <Scanner sandbox={sandbox} path="/_sandbox" query={query} />
        </div>
        <div class="desk-lists">
          <section class="panel" aria-labelledby="transactions">
            <h2 id="transactions">Transactions</h2>
            <div data-live="transactions">
              {transactions.length === 0 && <p class="quiet">No charge has come in yet.</p>}
              {transactions.map((transaction) => (
                <TransactionRow
                  key={transaction.transactionId}
                  sandbox={sandbox}
                  transaction={transaction}
                />
              ))}
            </div>
          </section>
          <section class="panel" aria-labelledby="notifications">
            <h2 id="notifications">Notifications</h2>
            <div data-live="notifications">
              {deliveries.length === 0 && <p class="quiet">Nothing has been sent yet.</p>}
              {deliveries.map((delivery) => (
                <DeliveryRow key={delivery.id} delivery={delivery} />
              ))}
            </div>
          </section>
          <ClockPanel clock={sandbox.clock} />
          <FaultPanel faults={sandbox.faults.list()} />
        </div>
      </main>
    </div>
  )
}
