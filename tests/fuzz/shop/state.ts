import type { TestShop } from '../../kit/shop'

/** All that could be paid, sold or told. That Midtrans was asked, as on the way back from a wallet, is no change. */
export async function readState(shop: TestShop): Promise<object[]> {
  const asked = `'{asked_at,leased_by,leased_until,next_check_at}'::text[]`
  const tables = [
    'payment',
    'orders',
    'order_item',
    'product',
    'refund',
    "payment_event WHERE source <> 'status'",
  ]
  const rows = tables.map((table) => {
    const [name = '', condition = 'true'] = table.split(' WHERE ')
    return shop.sql(
      `SELECT to_jsonb(${name}) - ${asked} AS row FROM ${name} WHERE ${condition} ORDER BY 1`,
    )
  })
  return (await Promise.all(rows)).flat()
}
