/** @jsxImportSource hono/jsx */
import { findMerchantById } from '../api/merchants'
import type { Sandbox } from '../sandbox'
import type { Transaction } from '../store/records'
import { listNewest } from '../store/transactions'
import { readCurrent } from '../transactions/move'
import { findCode } from './find-code'
import { issuers } from './issuers'
import { describeState } from './over'
import { Answers, Bill, Outcome, Phone } from './phone'
import { formatRupiah } from './rupiah'

const SEARCHED = 300
const SHOWN = 8

export type ScannerQuery = {
  qr?: string | undefined
  id?: string | undefined
  result?: string | undefined
}
type Props = { sandbox: Sandbox; path: string; query: ScannerQuery }

/** The phone that scans: pick or paste a code, look at the bill, answer. `path` is the page it is on. */
export function Scanner({ sandbox, path, query }: Props) {
  const found = query.qr ? findCode(sandbox, query.qr) : undefined
  const known = query.id ? readCurrent(sandbox, query.id) : undefined
  const transaction = found?.ok ? found.transaction : known
  return (
    <Phone title="Scan QRIS">
      {transaction ? (
        <Picked sandbox={sandbox} path={path} transaction={transaction} result={query.result} />
      ) : (
        <Pick
          sandbox={sandbox}
          path={path}
          pasted={query.qr}
          reason={found?.ok === false ? found.reason : undefined}
        />
      )}
    </Phone>
  )
}

type PickProps = {
  sandbox: Sandbox
  path: string
  pasted?: string | undefined
  reason?: string | undefined
}

function Pick({ sandbox, path, pasted, reason }: PickProps) {
  const waiting = listNewest(sandbox.store, SEARCHED).filter(({ status }) => status === 'pending')
  return (
    <>
      <form method="get" action={path} class="stack">
        <label for="qr">QR image URL or QR text</label>
        <textarea
          id="qr"
          name="qr"
          rows={3}
          required
          spellcheck={false}
          aria-describedby="qr-error"
        >
          {pasted}
        </textarea>
        {reason && (
          <p id="qr-error" class="error" role="alert">
            {reason}
          </p>
        )}
        <button type="submit" class="primary">
          Read code
        </button>
      </form>
      <div data-live="waiting">
        <h2>Waiting for payment</h2>
        {waiting.length === 0 && <p class="quiet">No code is waiting. Check out in your shop.</p>}
        <ul class="codes">
          {waiting.slice(0, SHOWN).map(({ transactionId, orderId, grossAmount, chargedAs }) => (
            <li key={transactionId}>
              <a href={`${path}?id=${transactionId}`}>
                <strong>{formatRupiah(grossAmount)}</strong> <span class="chip">{chargedAs}</span>
                <span class="code-order">{orderId}</span>
              </a>
            </li>
          ))}
        </ul>
        {waiting.length > SHOWN && <p class="quiet">and {waiting.length - SHOWN} more</p>}
      </div>
    </>
  )
}

type PickedProps = {
  sandbox: Sandbox
  path: string
  transaction: Transaction
  result?: string | undefined
}

function Picked({ sandbox, path, transaction, result }: PickedProps) {
  const merchant = findMerchantById(sandbox, transaction.merchantId)
  const { title, paid } = describeState(transaction)
  const declined = result === 'failure' && transaction.status === 'pending'
  const isPayable = transaction.status === 'pending' && !declined
  return (
    <>
      {paid && <Outcome mood="good" title={result ? 'Paid' : title} text={payerOf(transaction)} />}
      {declined && (
        <Outcome mood="bad" title="Declined" text="Nothing was paid. The code can still be paid." />
      )}
      {!paid && !declined && !isPayable && (
        <Outcome mood="neutral" title={title} text="This code can no longer be paid." />
      )}
      <Bill transaction={transaction} merchant={merchant} />
      {isPayable && (
        <form method="post" action={path} class="stack">
          <input type="hidden" name="id" value={transaction.transactionId} />
          <label for="issuer">Pay with</label>
          <select id="issuer" name="issuer">
            {issuers.map(([issuer, app]) => (
              <option key={issuer} value={issuer}>
                {app}
              </option>
            ))}
          </select>
          <Answers />
        </form>
      )}
      <a class="button" href={path}>
        Scan another code
      </a>
    </>
  )
}

function payerOf({ issuer, transactionType }: Transaction): string {
  const app = issuers.find(([name]) => name === issuer)?.[1] ?? issuer
  return app ? `With ${app}, ${transactionType}.` : 'In the app.'
}
