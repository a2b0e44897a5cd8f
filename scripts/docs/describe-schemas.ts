import { z } from 'zod'
import { chargeRequestSchema } from '@/lib/midtrans/charge-request'
import { notificationSchema } from '@/lib/midtrans/notification'
import { refundRequestSchema } from '@/lib/midtrans/refund-request'
import { transactionSchema } from '@/lib/midtrans/transaction'

const bodies: Record<string, [title: string, schema: z.ZodType]> = {
  'charge-request': ['What the shop sends to POST /v2/charge', chargeRequestSchema],
  'refund-request': ['What the shop sends to POST /v2/{id}/refund', refundRequestSchema],
  transaction: [
    'What Midtrans answers to Charge, Get Status, Cancel, Expire and Refund',
    transactionSchema,
  ],
  notification: ['What Midtrans posts to the notification address', notificationSchema],
}

/** The JSON Schemas of the bodies, by the name of their file. */
export function describeSchemas(): Map<string, string> {
  return new Map(
    Object.entries(bodies).map(([name, [title, schema]]) => {
      const { $schema, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
      return [`${name}.json`, `${JSON.stringify({ $schema, title, ...json }, null, 2)}\n`]
    }),
  )
}
