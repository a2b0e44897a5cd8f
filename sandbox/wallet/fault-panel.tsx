/** @jsxImportSource hono/jsx */
import { type Fault, faultNames } from '../faults/fault'
import { DeskButton } from './desk-button'
import type { Messages } from './english'
import { Panel } from './panel'

export function FaultPanel({ t, faults }: { t: Messages; faults: Fault[] }) {
  return (
    <Panel id="faults" title={t.desk.faults}>
      <div data-live="faults">
        {faults.length === 0 && <p class="quiet">{t.desk.noFaults}</p>}
        {faults.map((fault) => (
          <FaultRow key={JSON.stringify(fault)} t={t} fault={fault} />
        ))}
      </div>
      <form method="post" action="/_sandbox/desk" class="fault-form">
        <input type="hidden" name="action" value="add-fault" />
        <label>
          {t.desk.faultOrder}
          <input
            name="order_id"
            required
            maxlength={120}
            placeholder="TKO-*"
            spellcheck={false}
            aria-describedby="fault-note"
          />
        </label>
        <label>
          {t.desk.fault}
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
          {t.desk.times}
          <input name="times" type="number" min="1" max="1000000" placeholder={t.desk.always} />
        </label>
        <button type="submit">{t.desk.addFault}</button>
      </form>
      <p class="quiet" id="fault-note">
        {t.desk.faultNote}
      </p>
    </Panel>
  )
}

/** Faults are removed by their match, so one press takes all that wait for the same orders. */
function FaultRow({ t, fault }: { t: Messages; fault: Fault }) {
  const match = JSON.stringify(fault.match)
  return (
    <div class="fault">
      <span class="state deny">
        {fault.on}: {fault.fault}
      </span>
      <code>{Object.values(fault.match).join(' ')}</code>
      <span class="quiet">{fault.times ? t.desk.left(fault.times) : t.desk.always}</span>
      <DeskButton action="remove-fault" field="match" id={match} of={match} label={t.desk.remove} />
    </div>
  )
}
