/** The local Midtrans's control addresses that span all orders. */
export type Desk = {
  /** Moves all time forward: retries of notifications that become due go out at once. */
  advance(seconds: number): Promise<void>
  /** The text of the newest notification of an order id that says this status. */
  notification(orderId: string, status: string): Promise<string>
}

type Sent = { transaction_status: string; request: { body: object } }

export function openDesk(sandboxUrl: string): Desk {
  async function call<T>(path: string, init?: RequestInit): Promise<T> {
    const response = await fetch(`${sandboxUrl}/_sandbox${path}`, init)
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
  return {
    async advance(seconds) {
      await call('/clock', { method: 'POST', body: JSON.stringify({ advance_seconds: seconds }) })
    },
    async notification(orderId, status) {
      const sent = await call<Sent[]>(`/notifications?order_id=${orderId}`)
      const wanted = sent.find((each) => each.transaction_status === status)
      if (!wanted) throw new Error(`no notification of ${status} for ${orderId}`)
      return JSON.stringify(wanted.request.body)
    },
  }
}
