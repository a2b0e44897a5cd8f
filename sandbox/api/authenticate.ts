import type { Sandbox } from '../sandbox'
import type { Merchant } from '../store/records'
import { type Answer, unknownKey } from './answers'
import { findMerchant } from './merchants'

const SANDBOX_PREFIX = 'SB-Mid-server-'

/**
 * The merchant behind `Authorization: Basic base64(server_key + ":")` (docs.midtrans.com, API authorization),
 * or undefined. Each sandbox key is a merchant of its own, so tests that use different keys never meet.
 */
export function authenticate(sandbox: Sandbox, header: string | undefined): Merchant | undefined {
  const key = readServerKey(header)
  if (!key || key.length > 200) return undefined
  const known = key.length > SANDBOX_PREFIX.length && key.startsWith(SANDBOX_PREFIX)
  if (!known && key !== sandbox.config.serverKey) return undefined
  return findMerchant(sandbox, key)
}

/** What whoever does not authenticate is told. */
export function refuseKey(header: string | undefined): Answer {
  return unknownKey(readServerKey(header))
}

function readServerKey(header: string | undefined): string | undefined {
  const encoded = /^Basic\s+([A-Za-z0-9+/=_-]+)\s*$/i.exec(header ?? '')?.[1]
  if (!encoded) return undefined
  const [user, ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  return rest.join(':') === '' ? user : undefined
}
