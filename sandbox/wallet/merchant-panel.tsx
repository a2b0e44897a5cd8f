/** @jsxImportSource hono/jsx */
import { viewMerchant } from '../control/view'
import type { Sandbox } from '../sandbox'
import type { Merchant } from '../store/records'
import { DeskButton } from './desk-button'
import type { Messages } from './english'
import { Json, Panel } from './panel'

const SHOWN = 20

/** The settings that PUT /_sandbox/merchants keeps. */
export function MerchantPanel({ t, sandbox }: { t: Messages; sandbox: Sandbox }) {
  const merchants = [...sandbox.store.merchants.getRange({ limit: SHOWN })]
  return (
    <Panel id="merchants" title={t.desk.merchants}>
      <div data-live="merchants">
        {merchants.length === 0 && <p class="quiet">{t.desk.noMerchants}</p>}
        {merchants.map(({ key, value }) => (
          <MerchantRow key={key} t={t} merchant={value} />
        ))}
      </div>
    </Panel>
  )
}

function MerchantRow({ t, merchant }: { t: Messages; merchant: Merchant }) {
  const { merchantId: id, name, notificationUrls } = merchant
  return (
    <details class="row" id={`m-${id}`}>
      <summary>
        <strong>{name}</strong>
        <span class="row-id">{id}</span>
      </summary>
      {notificationUrls.length > 0 && (
        <div class="row-actions">
          <DeskButton action="test" id={id} of={id} label={t.desk.sendTest} />
        </div>
      )}
      <Json value={viewMerchant(merchant)} />
    </details>
  )
}
