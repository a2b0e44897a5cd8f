import { z } from 'zod'

const rupiah = z.int().positive()

/** One line of the order. Prices times quantities must add up to the gross amount, or Midtrans answers 400. */
const itemDetailSchema = z.object({
  id: z.string().max(50),
  price: rupiah,
  quantity: z.int().positive(),
  /** Longer names are refused. */
  name: z.string().max(50),
})
export type ItemDetail = z.infer<typeof itemDetailSchema>

const chargeBase = {
  transaction_details: z.object({
    /** New for this merchant. */
    order_id: z.string().regex(/^[\w~.-]{1,50}$/),
    /** An integer: Midtrans refuses decimals in requests. */
    gross_amount: rupiah,
  }),
  item_details: z.array(itemDetailSchema),
  customer_details: z.object({ first_name: z.string(), email: z.string(), phone: z.string() }),
  /** Counts from Midtrans's transaction time. At least 20 seconds. */
  custom_expiry: z.object({
    expiry_duration: z.int().positive(),
    unit: z.enum(['second', 'minute', 'hour', 'day']),
  }),
}

/** POST /v2/charge (docs.midtrans.com, Charge: GoPay, QRIS). */
export const chargeRequestSchema = z.discriminatedUnion('payment_type', [
  z.object({
    payment_type: z.literal('gopay'),
    /** Where the wallet sends the customer back to; without `enable_callback` it does not. */
    gopay: z.object({ enable_callback: z.literal(true), callback_url: z.string() }),
    ...chargeBase,
  }),
  z.object({
    payment_type: z.literal('qris'),
    qris: z.object({ acquirer: z.literal('gopay') }),
    ...chargeBase,
  }),
])
export type ChargeRequest = z.infer<typeof chargeRequestSchema>

/** Midtrans's limit for ids and names of items (docs.midtrans.com, Item Details Object). */
const ITEM_TEXT_LIMIT = 50

/** Cuts an item's name to what Midtrans takes. `|` separates fields in its reports and is replaced. */
export function itemName(name: string): string {
  return name.replaceAll('|', '/').slice(0, ITEM_TEXT_LIMIT)
}
