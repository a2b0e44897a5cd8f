/** @jsxImportSource hono/jsx */
import { findMerchantById } from '../api/merchants'
import type { Sandbox } from '../sandbox'
import type { Messages } from './english'
import { ConfirmScreen, OutcomeScreen, UnknownScreen } from './pay-screens'
import { PickScreen } from './pick-screen'
import { PinScreen } from './pin-screen'
import type { ScannerState } from './scanner-state'

type Props = { t: Messages; sandbox: Sandbox; path: string; state: ScannerState }

/** The phone's screen: pick a code, look at the bill, give the PIN, see what came of it. `path` is the page it is on. */
export function Scanner({ t, sandbox, path, state }: Props) {
  const { transaction, step, result, issuer } = state
  if (state.isUnknown) return <UnknownScreen t={t} path={path} />
  if (!transaction) return <PickScreen t={t} sandbox={sandbox} path={path} state={state} />
  const merchant = findMerchantById(sandbox, transaction.merchantId)
  const common = { t, path, transaction, merchant }
  if (transaction.status !== 'pending' || result) {
    return <OutcomeScreen {...common} answered={result !== undefined} />
  }
  if (step === 'pin' || step === 'wrong-pin') {
    return <PinScreen {...common} issuer={issuer} isWrong={step === 'wrong-pin'} />
  }
  return <ConfirmScreen {...common} />
}
