/** One line of the order. Prices times quantities must add up to the gross amount, or Midtrans answers 400. */
export type ItemDetail = {
  id: string
  /** Rupiah. */
  price: number
  quantity: number
  /** At most 50 characters: longer names are refused. */
  name: string
}

type ChargeBase = {
  transaction_details: {
    /** 50 characters at most, from A-Z a-z 0-9 - _ ~ . and new for this merchant. */
    order_id: string
    /** Rupiah, an integer: Midtrans refuses decimals in requests. */
    gross_amount: number
  }
  item_details: ItemDetail[]
  customer_details: { first_name: string; email: string; phone: string }
  /** Counts from Midtrans's transaction time. At least 20 seconds. */
  custom_expiry: { expiry_duration: number; unit: 'second' | 'minute' | 'hour' | 'day' }
}

/** POST /v2/charge (docs.midtrans.com, Charge: GoPay, QRIS). */
export type ChargeRequest =
  | (ChargeBase & {
      payment_type: 'gopay'
      /** Where the wallet sends the customer back to; without `enable_callback` it does not. */
      gopay: { enable_callback: true; callback_url: string }
    })
  | (ChargeBase & { payment_type: 'qris'; qris: { acquirer: 'gopay' } })

/** Midtrans's limit for ids and names of items (docs.midtrans.com, Item Details Object). */
const ITEM_TEXT_LIMIT = 50

/** Cuts an item's name to what Midtrans takes. `|` separates fields in its reports and is replaced. */
export function itemName(name: string): string {
  return name.replaceAll('|', '/').slice(0, ITEM_TEXT_LIMIT)
}
