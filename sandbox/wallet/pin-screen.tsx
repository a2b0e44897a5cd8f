/** @jsxImportSource hono/jsx */
import type { Merchant, Transaction } from '../store/records'
import type { Messages } from './english'
import { ScreenTitle } from './phone'
import { formatRupiah } from './rupiah'

type Props = {
  t: Messages
  path: string
  transaction: Transaction
  merchant: Merchant
  issuer: string
  isWrong: boolean
}

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** The pretend PIN. Without a script it is a field and a button; the script shows the keypad. */
export function PinScreen({ t, path, transaction, merchant, issuer, isWrong }: Props) {
  const { transactionId, grossAmount } = transaction
  return (
    <>
      <ScreenTitle focused={false}>
        <label for="pin">{t.pin.title}</label>
      </ScreenTitle>
      <p class="pin-bill">
        {formatRupiah(grossAmount)} · {merchant.name}
      </p>
      <form method="post" action={path} class="stack pin-form" id="pin-form">
        <input type="hidden" name="id" value={transactionId} />
        <input type="hidden" name="issuer" value={issuer} />
        <input
          id="pin"
          name="pin"
          class="pin"
          type="password"
          inputmode="numeric"
          autocomplete="off"
          pattern="[0-9]{6}"
          title={t.pin.wrong}
          maxlength={6}
          required
          autofocus
          aria-describedby="pin-hint"
          {...(isWrong && { 'aria-invalid': 'true' })}
        />
        <p id="pin-hint" class={isWrong ? 'error' : 'quiet'}>
          {isWrong && `${t.pin.wrong} `}
          {t.pin.hint}
        </p>
        <fieldset class="keypad" id="keypad" hidden>
          <legend>{t.pin.keypad}</legend>
          {KEYS.map((digit) => (
            <Key key={digit} digit={digit} />
          ))}
          <Key digit="0" />
          <button type="button" data-erase aria-label={t.pin.erase}>
            ⌫
          </button>
        </fieldset>
        <button type="submit" name="decision" value="pay" class="primary">
          {t.wallet.pay}
        </button>
      </form>
      <a class="button" href={`${path}?id=${transactionId}`}>
        {t.wallet.back}
      </a>
    </>
  )
}

function Key({ digit }: { digit: string }) {
  return (
    <button type="button" data-digit={digit}>
      {digit}
    </button>
  )
}
