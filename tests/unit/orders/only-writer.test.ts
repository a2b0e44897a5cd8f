import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** An update of payments, up to its condition, and what it assigns. */
const SQL_UPDATE = /UPDATE\s+"?payment"?\s+SET\s[^`]*?(?=\bWHERE\b|`|$)/gi
const SQL_ASSIGNS = /(?:\bSET|,)\s*"?status"?\s*=/i
const PRISMA_UPDATE =
  /\bpayment\s*\.(?:update|updateMany|upsert)\(\{[\s\S]*?\bdata:\s*\{[^}]*\bstatus\b/

function setsPaymentStatus(source: string): boolean {
  const updates = source.match(SQL_UPDATE) ?? []
  return updates.some((update) => SQL_ASSIGNS.test(update)) || PRISMA_UPDATE.test(source)
}

test.each([
  ["UPDATE payment SET status = 'cancel' WHERE id = 1", true],
  ["UPDATE payment SET leased_by = NULL, status = 'expire'", true],
  ['db().payment.update({ where: { id }, data: { status } })', true],
  ["UPDATE payment SET next_check_at = now() WHERE status = 'pending'", false],
  ['db().payment.updateMany({ where: { status }, data: { chargedAt: null } })', false],
  ["UPDATE orders SET status = 'pending'", false],
])('%s sets the status of a payment: %s', (source, sets) => {
  expect(setsPaymentStatus(source)).toBe(sets)
})

test('the statement of applyPaymentFact alone sets the status of a payment', () => {
  const files = ['app', 'components', 'lib', 'prisma', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('generated'))
      .map((name) => `${folder}/${name}`),
  )
  expect(files.length).toBeGreaterThan(200)
  const writers = files.filter((file) => setsPaymentStatus(readFileSync(file, 'utf8')))
  expect(writers).toEqual(['lib/orders/payment-fact-sql.ts'])
})
