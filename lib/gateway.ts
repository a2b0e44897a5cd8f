import 'server-only'
import { env } from './env'
import { createMidtransClient, type MidtransClient } from './midtrans/client'
import { type AllowedSources, allowedSources } from './midtrans/hosts'

/** Longer than Midtrans usually takes, shorter than a shopper waits. */
const TIMEOUT_MS = 8_000

let client: MidtransClient | undefined

/** The Midtrans client of this shop's account and environment. */
export function midtrans(): MidtransClient {
  client ??= createMidtransClient({
    apiUrl: env().MIDTRANS_API_URL,
    serverKey: env().MIDTRANS_SERVER_KEY,
    timeoutMs: TIMEOUT_MS,
  })
  return client
}

/** Where QR images and deeplinks of this environment may point. */
export function gatewaySources(): AllowedSources {
  return allowedSources(env().MIDTRANS_ENV, env().MIDTRANS_API_URL)
}
