import type { Sandbox } from './sandbox'
import type { DueKind } from './store/tables'

/** Keeps a reminder for `at`, by the order's clock. Call inside `store.write`. */
export function schedule(
  { store, clock }: Sandbox,
  orderId: string,
  at: number,
  kind: DueKind,
  id: string,
): void {
  store.due.put([clock.toCommon(orderId, at), kind, id], true)
}
