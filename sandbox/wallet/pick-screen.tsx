/** @jsxImportSource hono/jsx */
import type { Sandbox } from '../sandbox'
import type { Transaction } from '../store/records'
import type { Messages } from './english'
import { listWaiting } from './listings'
import { ScreenTitle } from './phone'
import { formatRupiah } from './rupiah'
import type { ScannerState } from './scanner-state'

const SHOWN = 6

type Props = { t: Messages; sandbox: Sandbox; path: string; state: ScannerState }

/** The first screen: a code from the camera, a picture, a text, or one of those that wait. */
export function PickScreen({ t, sandbox, path, state }: Props) {
  const { pasted, reason, start } = state
  return (
    <>
      <ScreenTitle focused={false}>{t.pick.title}</ScreenTitle>
      <Viewfinder t={t} />
      <form method="get" action={path} class="stack" id="code-form">
        <label for="qr">{t.pick.paste}</label>
        <textarea
          id="qr"
          name="qr"
          rows={2}
          maxlength={2000}
          required
          spellcheck={false}
          {...(reason && {
            'aria-invalid': 'true',
            'aria-describedby': 'qr-error',
            autofocus: true,
          })}
        >
          {pasted}
        </textarea>
        {reason && (
          <p id="qr-error" class="error" role="alert">
            {reason}
          </p>
        )}
        <button type="submit">{t.pick.read}</button>
      </form>
      <WaitingCodes t={t} path={path} waiting={listWaiting(sandbox, start)} />
    </>
  )
}

/** Shown by the script that works it, which also takes its sentences from here. */
function Viewfinder({ t: { pick } }: { t: Messages }) {
  return (
    <div
      class="viewfinder"
      id="viewfinder"
      hidden
      data-hint={pick.hint}
      data-looking={pick.looking}
      data-use-camera={pick.useCamera}
      data-stop-camera={pick.stopCamera}
      data-no-code={pick.noCode}
      data-not-a-picture={pick.notAPicture}
      data-camera-refused={pick.cameraRefused}
      data-no-camera={pick.noCamera}
    >
      <div class="viewfinder-glass">
        <video id="camera-picture" muted playsinline hidden />
        <p id="scan-news" role="status">
          {pick.hint}
        </p>
      </div>
      <div class="viewfinder-buttons">
        <button type="button" id="camera">
          {pick.useCamera}
        </button>
        <label class="button file-button">
          {pick.choosePicture}
          <input type="file" id="picture" accept="image/*" />
        </label>
      </div>
    </div>
  )
}

type WaitingProps = { t: Messages; path: string; waiting: Transaction[] }

function WaitingCodes({ t, path, waiting }: WaitingProps) {
  return (
    <div class="waiting">
      <h3>{t.pick.waiting}</h3>
      <ul class="codes" data-live="waiting">
        {waiting.length === 0 && <li class="quiet">{t.pick.nothingWaits}</li>}
        {waiting.slice(0, SHOWN).map(({ transactionId, orderId, grossAmount, chargedAs }) => (
          <li key={transactionId} id={`w-${transactionId}`}>
            <a href={`${path}?id=${transactionId}`}>
              <strong>{formatRupiah(grossAmount)}</strong>
              <span class="chip">{chargedAs}</span>
              <span class="code-order">{orderId}</span>
            </a>
          </li>
        ))}
        {waiting.length > SHOWN && <li class="quiet">{t.pick.more(waiting.length - SHOWN)}</li>}
      </ul>
    </div>
  )
}
