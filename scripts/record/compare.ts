import { findDifferences } from '@/tests/contract/support/differences'
import type { Exchange } from '@/tests/contract/support/exchanges'

const show = (value: unknown): string =>
  value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 120)

/** One line for each way in which the local answer is not like the real one. */
export function describeDifferences(real: Exchange, local: Exchange): string[] {
  const http = real.http === local.http ? [] : [`HTTP ${real.http}, locally ${local.http}`]
  const inBody = findDifferences(real.body, local.body).map(
    ({ what, at, recorded, local: given }) =>
      `${what} ${at || 'of the fields'}: ${show(recorded)}, locally ${show(given)}`,
  )
  return [...http, ...inBody]
}

/** Whether the account has not activated what was asked for, so that nothing can be compared. */
export function isInactive({ body }: Exchange): boolean {
  return body.status_code === '402'
}
