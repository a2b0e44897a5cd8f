import type pg from 'pg'

/**
 * What the shop does with each table, and so all that its role may do: nothing is dropped or emptied, no
 * order, payment or refund is deleted, and what has happened to a payment stays as it was written.
 */
const RIGHTS: Record<string, string> = {
  product: 'SELECT, UPDATE (stock)',
  orders: 'SELECT, INSERT, UPDATE',
  order_item: 'SELECT, INSERT',
  payment: 'SELECT, INSERT, UPDATE',
  refund: 'SELECT, INSERT, UPDATE',
  payment_event: 'SELECT, INSERT',
  // Counters that are over.
  rate_limit: 'SELECT, INSERT, UPDATE, DELETE',
  // `npm run doctor` looks whether any is missing.
  _prisma_migrations: 'SELECT',
}

/**
 * Gives the role of `shopUrl` exactly these rights, and takes away what it had more. Does nothing when the
 * shop connects as the owner itself. `owner` is a connection of the owner.
 */
export async function grantToShop(owner: pg.Client, shopUrl: string): Promise<void> {
  const name = decodeURIComponent(new URL(shopUrl).username)
  const { rows } = await owner.query<{ isOther: boolean }>(
    `SELECT current_user <> $1 AND EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS "isOther"`,
    [name],
  )
  if (!rows[0]?.isOther) return
  const role = owner.escapeIdentifier(name)
  const tables = Object.entries(RIGHTS).map(([table, rights]) => {
    return `GRANT ${rights} ON "${table}" TO ${role};`
  })
  await owner.query(`BEGIN;
    REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role};
    REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM ${role};
    GRANT USAGE ON SCHEMA public TO ${role};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role};
    ${tables.join('\n')}
    COMMIT;`)
}
