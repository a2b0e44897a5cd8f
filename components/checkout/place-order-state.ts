import type { Said } from '@/lib/i18n/said'

export type FormField = 'name' | 'email' | 'phone' | 'method'

/** What the checkout form shows after it was sent and no order came of it. */
export type PlaceOrderState = {
  /** A sentence about the form as a whole. */
  formError?: Said
  /** Where the order stands that this form has become before. */
  orderHref?: string
  fieldErrors?: Partial<Record<FormField, Said>>
  /** What was typed, to be kept. */
  values?: Partial<Record<FormField, string>>
}
