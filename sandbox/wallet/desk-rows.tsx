/** @jsxImportSource hono/jsx */
import { viewDelivery, viewTransaction } from '../control/view'
import { formatTime } from '../midtrans-time'
import type { Sandbox } from '../sandbox'
import type { Delivery, Transaction } from '../store/records'
import { DeskButton } from './desk-button'
import type { Messages } from './english'
import { Json } from './panel'
import { formatRupiah } from './rupiah'

type TransactionProps = { t: Messages; sandbox: Sandbox; transaction: Transaction }

export function TransactionRow({ t, sandbox, transaction }: TransactionProps) {
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
      {status === 'pending' && <PendingButtons t={t} transaction={transaction} />}
      <Json value={viewTransaction(sandbox, transaction)} />
    </details>
  )
}

function PendingButtons({ t, transaction }: Omit<TransactionProps, 'sandbox'>) {
  const { transactionId: id, orderId: of, chargedAs } = transaction
  return (
    <div class="row-actions">
      {chargedAs === 'gopay' && <DeskButton action="pay" id={id} of={of} label={t.desk.payInApp} />}
      {chargedAs === 'bank_transfer' ? (
        <DeskButton action="pay" id={id} of={of} label={t.desk.payTransfer} />
      ) : (
        <a class="button" href={`/_sandbox?id=${id}`} title={of}>
          {t.desk.scan}
        </a>
      )}
      <DeskButton action="deny" id={id} of={of} label={t.desk.deny} />
      <DeskButton action="expire" id={id} of={of} label={t.desk.expire} />
    </div>
  )
}

export function DeliveryRow({ t, delivery }: { t: Messages; delivery: Delivery }) {
  const { id, transactionStatus, orderId, url, state, nextTry, attempts } = delivery
  const last = attempts.at(-1)
  return (
    <details class="row" id={`n-${id}`}>
      <summary>
        <span class={`state ${state}`}>{state.replace('_', ' ')}</span>
        <strong>{transactionStatus}</strong>
        <span class="row-id">{orderId}</span>
        {last && <span class="chip">{last.status ?? last.error}</span>}
        {last && <span class="row-time">{last.durationMs} ms</span>}
      </summary>
      <p class="row-note">
        {url ?? t.desk.noUrl}
        {nextTry !== null && ` ${t.desk.nextTry(formatTime(nextTry))}`}
      </p>
      {url && (
        <div class="row-actions">
          <DeskButton action="resend" id={String(id)} of={orderId} label={t.desk.sendAgain} />
        </div>
      )}
      <Json value={viewDelivery(delivery)} />
    </details>
  )
}
