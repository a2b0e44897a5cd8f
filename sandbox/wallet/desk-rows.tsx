/** @jsxImportSource hono/jsx */
import { viewDelivery, viewTransaction } from '../control/view'
import { formatTime } from '../midtrans-time'
import type { Sandbox } from '../sandbox'
import type { Delivery, Transaction } from '../store/records'
import { DeskButton } from './desk-button'
import { formatRupiah } from './rupiah'

type TransactionProps = { sandbox: Sandbox; transaction: Transaction }

export function TransactionRow({ sandbox, transaction }: TransactionProps) {
  const { transactionId, orderId, status, grossAmount, paymentType, createdAt } = transaction
  return (
    <details class="row" id={`t-${transactionId}`}>
      <summary>
        <span class={`state ${status}`}>{status}</span>
        <strong>{formatRupiah(grossAmount)}</strong>
        <span class="row-id">{orderId}</span>
        <span class="chip">{paymentType}</span>
        <time>{formatTime(createdAt).slice(11)}</time>
      </summary>
      {status === 'pending' && (
        <div class="row-actions">
          {transaction.chargedAs === 'gopay' && (
            <DeskButton action="pay" id={transactionId} label="Pay in the app" />
          )}
          <a class="button" href={`/_sandbox?id=${transactionId}`}>
            Scan
          </a>
          <DeskButton action="deny" id={transactionId} label="Deny" />
          <DeskButton action="expire" id={transactionId} label="Expire" />
        </div>
      )}
      <Json value={viewTransaction(sandbox, transaction)} />
    </details>
  )
}

export function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const { id, transactionStatus, orderId, url, state, nextTry, attempts } = delivery
  const last = attempts.at(-1)
  return (
    <details class="row" id={`n-${id}`}>
      <summary>
        <span class={`state ${state}`}>{state.replace('_', ' ')}</span>
        <strong>{transactionStatus}</strong>
        <span class="row-id">{orderId}</span>
        {last && <span class="chip">{last.status ?? last.error}</span>}
        {last && <time>{last.durationMs} ms</time>}
      </summary>
      <p class="row-note">
        {url ?? 'The merchant has no notification URL.'}
        {nextTry !== null && ` Next try at ${formatTime(nextTry)} by the sandbox's clock.`}
      </p>
      {url && (
        <div class="row-actions">
          <DeskButton action="resend" id={String(id)} label="Send again" />
        </div>
      )}
      <Json value={viewDelivery(delivery)} />
    </details>
  )
}

function Json({ value }: { value: unknown }) {
  return <pre class="json">{JSON.stringify(value, null, 2)}</pre>
}
