import { randomUUID } from 'node:crypto'
import { type Client, createClient, type Json } from './client'

/** A client with a server key of its own, whose merchant has these settings. */
export async function newMerchant({ base, put }: Client, settings: Json): Promise<Client> {
  const serverKey = `SB-Mid-server-${randomUUID()}`
  await put('/_sandbox/merchants', { server_key: serverKey, ...settings })
  return createClient(base, serverKey)
}
