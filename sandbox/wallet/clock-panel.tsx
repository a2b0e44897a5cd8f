/** @jsxImportSource hono/jsx */
import type { Clock } from '../clock'
import { formatTime } from '../midtrans-time'
import { DeskButton } from './desk-button'
import type { Messages } from './english'
import { Panel } from './panel'

export function ClockPanel({ t, clock }: { t: Messages; clock: Clock }) {
  return (
    <Panel id="clock" title={t.desk.clock}>
      <div data-live="clock">
        <p id="clock-now">
          {t.desk.now} <strong>{formatTime(clock.now())} WIB</strong>
          {clock.offset() > 0 && `, ${t.desk.ahead(Math.round(clock.offset() / 1000))}`}.
        </p>
      </div>
      <form method="post" action="/_sandbox/desk" class="clock-form">
        <input type="hidden" name="action" value="advance" />
        <label>
          {t.desk.onlyOrder}
          <input
            name="order_id"
            maxlength={100}
            placeholder={t.desk.everyOrder}
            spellcheck={false}
          />
        </label>
        <fieldset class="row-actions">
          <legend>{t.desk.forward}</legend>
          {Object.entries(t.desk.steps).map(([seconds, label]) => (
            <button key={seconds} type="submit" name="seconds" value={seconds}>
              + {label}
            </button>
          ))}
        </fieldset>
      </form>
      <p class="quiet">{t.desk.clockNote}</p>
      <details class="reset">
        <summary>{t.desk.reset}</summary>
        <p class="quiet">{t.desk.resetNote}</p>
        <DeskButton action="reset" id="" label={t.desk.resetButton} />
      </details>
    </Panel>
  )
}
