import type { Corner } from './in-shop'
import { isWatched } from './journeys'
import type { News } from './midtrans'
import type { World } from './model'

type SeenAttempt = News & { hasCode: boolean; watched: boolean; marks: string[]; there: string }
type SeenOrder = {
  status: string
  holdsStock: boolean
  paidLate: boolean
  becamePaid: boolean
  attempts: SeenAttempt[]
}
/** What is compared: all that a shopper, the worker or a person at the shop acts on. */
export type Seen = { stock: number; orders: SeenOrder[] }

const describeNews = (told: readonly News[]) =>
  told.map(({ status, refunded }) => `${status} ${refunded}`).join(', ')

export function seeModel({ stock, orders }: World): Seen {
  return {
    stock,
    orders: orders.map(({ status, holdsStock, paidLate, becamePaid, attempts }) => ({
      ...{ status, holdsStock, paidLate, becamePaid },
      attempts: attempts.map((attempt) => ({
        status: attempt.status,
        refunded: attempt.refunded,
        hasCode: attempt.hasCode,
        watched: isWatched(attempt),
        marks: attempt.marks.toSorted(),
        there: describeNews(attempt.told),
      })),
    })),
  }
}

type Row = Omit<SeenAttempt, 'there'> & { id: string }

export async function seeShop({ shop, gateway, productId, placed }: Corner): Promise<Seen> {
  const [row] = await shop.sql<{
    stock: number
    orders: (Omit<SeenOrder, 'attempts'> & { attempts: Row[] })[]
  }>(
    `SELECT stock, COALESCE((
       SELECT json_agg(json_build_object('status', orders.status, 'holdsStock', holds_stock,
         'paidLate', paid_late,
         'becamePaid', paid_hook_due_at IS NOT NULL OR paid_hook_done_at IS NOT NULL,
         'attempts', (
           SELECT json_agg(json_build_object('id', midtrans_order_id, 'status', payment.status,
             'refunded', refunded, 'hasCode', charge_response IS NOT NULL,
             'watched', next_check_at IS NOT NULL, 'marks', attention) ORDER BY attempt)
           FROM payment WHERE order_id = orders.id
         )) ORDER BY array_position($2::text[], orders.id))
       FROM orders WHERE orders.id = ANY($2::text[])), '[]') AS orders
     FROM product WHERE id = $1`,
    [productId, placed.map(({ orderId }) => orderId)],
  )
  if (!row) throw new Error('no product')
  return {
    stock: row.stock,
    orders: row.orders.map((order) => ({
      ...order,
      attempts: order.attempts.map(({ id, ...attempt }) => ({
        ...attempt,
        marks: attempt.marks.toSorted(),
        there: describeNews(gateway.transactions.get(id)?.told ?? []),
      })),
    })),
  }
}
