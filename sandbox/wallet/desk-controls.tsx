/** @jsxImportSource hono/jsx */
import type { Clock } from '../clock'
import { type Fault, faultNames } from '../faults/fault'
import { formatTime } from '../midtrans-time'
import { DeskButton } from './desk-button'

const STEPS = [
  ['60', '1 minute'],
  ['900', '15 minutes'],
  ['3600', '1 hour'],
  ['86400', '1 day'],
] as const

export function ClockPanel({ clock }: { clock: Clock }) {
  return (
    <section class="panel" aria-labelledby="clock">
      <h2 id="clock">Clock</h2>
      <div data-live="clock">
        <p>
          The sandbox has <strong>{formatTime(clock.now())} WIB</strong>
          {clock.offset() > 0 && `, ${Math.round(clock.offset() / 1000)} seconds ahead`}.
        </p>
      </div>
      <div class="row-actions">
        {STEPS.map(([seconds, label]) => (
          <DeskButton
            key={seconds}
            action="advance"
            field="seconds"
            id={seconds}
            label={`+ ${label}`}
          />
        ))}
        <DeskButton action="reset" id="" label="Reset everything" />
      </div>
      <p class="quiet">Deadlines and retries that become due happen at once.</p>
    </section>
  )
}

export function FaultPanel({ faults }: { faults: Fault[] }) {
  return (
    <section class="panel" aria-labelledby="faults">
      <h2 id="faults">Faults</h2>
      <div data-live="faults">
        {faults.length === 0 && <p class="quiet">None: everything works.</p>}
        <ul class="faults">
          {faults.map((fault) => (
            <li key={JSON.stringify(fault)}>
              <span class="state deny">
                {fault.on}: {fault.fault}
              </span>
              <code>{JSON.stringify(fault.match)}</code>
              <span class="quiet">{fault.times ? `${fault.times} left` : 'always'}</span>
              <DeskButton
                action="remove-fault"
                field="match"
                id={JSON.stringify(fault.match)}
                label="Remove"
              />
            </li>
          ))}
        </ul>
      </div>
      <form method="post" action="/_sandbox/desk" class="fault-form">
        <input type="hidden" name="action" value="add-fault" />
        <label>
          Order id
          <input name="order_id" required maxlength={120} placeholder="TKO-*" />
        </label>
        <label>
          Fault
          <select name="fault">
            {Object.entries(faultNames).map(([on, names]) => (
              <optgroup key={on} label={on}>
                {names.map((name) => (
                  <option key={name} value={`${on} ${name}`}>
                    {name}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <label>
          Times
          <input name="times" type="number" min="1" placeholder="always" />
        </label>
        <button type="submit">Add fault</button>
      </form>
    </section>
  )
}
