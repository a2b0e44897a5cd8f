import { z } from 'zod'
import { digits, idText, requiredText, text, whole } from './fields'

/** docs.midtrans.com, item details object. */
export const itemSchema = z.object(
  {
    id: z.preprocess(idText, text('item_details Id', 50)),
    name: requiredText('item_details Name', 'item_details Name too long', 50),
    price: z.preprocess(digits, whole('item_details Price')),
    quantity: z.preprocess(
      digits,
      whole('item_details Quantity').min(
        1,
        'item_details Quantity must be greater than or equal to 1',
      ),
    ),
    brand: text('item_details Brand', 50),
    category: text('item_details Category', 50),
    merchant_name: text('item_details Merchant name', 50),
  },
  'item_details is invalid',
)

const ADDRESS_FIELDS = [
  'first_name',
  'last_name',
  'email',
  'phone',
  'address',
  'city',
  'postal_code',
]

const addressSchema = (name: string) =>
  z
    .object(
      {
        ...Object.fromEntries(
          ADDRESS_FIELDS.map((field) => [field, text(`${name}.${field}`, 255)]),
        ),
        // ISO 3166-1 alpha-3.
        country_code: text(`${name}.country_code`, 3),
      },
      `${name} is invalid`,
    )
    .nullish()

const CUSTOMER = 'customer_details'

/** docs.midtrans.com, customer details object. Everything in it is optional. */
export const customerSchema = z
  .object(
    {
      first_name: text(`${CUSTOMER}.first_name`, 255),
      last_name: text(`${CUSTOMER}.last_name`, 255),
      email: text(`${CUSTOMER}.email`, 255),
      phone: text(`${CUSTOMER}.phone`, 255),
      billing_address: addressSchema(`${CUSTOMER}.billing_address`),
      shipping_address: addressSchema(`${CUSTOMER}.shipping_address`),
    },
    'customer_details is invalid',
  )
  .nullish()
