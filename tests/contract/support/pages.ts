import { type Client, type Json, newOrderId } from './client'

/** Sends a form of the sandbox's own pages, as a browser without JavaScript does. */
export function sendForm(
  { base }: Client,
  path: string,
  fields: Record<string, string>,
): Promise<Response> {
  const body = new URLSearchParams(fields)
  return fetch(base + path, { method: 'POST', body, redirect: 'manual' })
}

/** Charges a new order, for a page to show: pages know it by its transaction's id. */
export async function chargeNew(
  client: Client,
  more: Json = {},
): Promise<{ orderId: string; id: string }> {
  const orderId = newOrderId()
  const { body } = await client.charge(orderId, more)
  return { orderId, id: String(body.transaction_id) }
}

export async function statusOf(client: Client, orderId: string): Promise<unknown> {
  return (await client.transaction(orderId)).transaction_status
}
