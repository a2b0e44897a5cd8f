import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeOrder } from '../kit/orders'
import { openShop, type TestShop } from '../kit/shop'

let shop: TestShop
let asShop: pg.Client
beforeAll(async () => {
  shop = await openShop()
  asShop = new pg.Client({ connectionString: shop.databaseUrl })
  await asShop.connect()
})
afterAll(async () => {
  await asShop.end()
  await shop.close()
})

const refused = { code: '42501' }

test('the shop does not connect as the owner of its tables', async () => {
  const { rows } = await asShop.query(
    `SELECT current_user AS name, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls
     FROM pg_roles WHERE rolname = current_user`,
  )
  expect(rows).toEqual([
    {
      name: 'tokoku_shop',
      rolsuper: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolbypassrls: false,
    },
  ])
  const owned = await asShop.query(
    'SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) = current_user',
  )
  expect(owned.rows).toEqual([])
})

const TABLES = ['orders', 'order_item', 'payment', 'payment_event', 'refund', 'product']

describe.each(TABLES)('of %s the shop', (table) => {
  test.each(['DROP TABLE', 'TRUNCATE', 'DELETE FROM'])('may not %s', async (verb) => {
    await expect(asShop.query(`${verb} ${table}`)).rejects.toMatchObject(refused)
  })

  test('may change neither columns nor triggers', async () => {
    await expect(asShop.query(`ALTER TABLE ${table} ADD more text`)).rejects.toMatchObject(refused)
    const disable = asShop.query(`ALTER TABLE ${table} DISABLE TRIGGER ALL`)
    await expect(disable).rejects.toMatchObject(refused)
  })
})

test('what has happened to a payment cannot be rewritten by the shop, only added to', async () => {
  const { midtransOrderId, orderId } = await makeOrder(shop)
  const insert = `INSERT INTO payment_event (order_id, midtrans_order_id, source, kind, body)
    VALUES ($1, $2, 'shop', 'refused', '{}')`
  await asShop.query(insert, [orderId, midtransOrderId])
  const update = asShop.query(`UPDATE payment_event SET verdict = 'applied'`)
  await expect(update).rejects.toMatchObject(refused)
})

test.each([
  ['the price of a product', 'UPDATE product SET price = 1'],
  ['what was ordered', 'UPDATE order_item SET quantity = 1'],
  ['the triggers of this session', 'SET session_replication_role = replica'],
  ['the tables there are', 'CREATE TABLE mine (id int)'],
  ['the migrations', 'DELETE FROM _prisma_migrations'],
])('the shop may not change %s', async (_, statement) => {
  await expect(asShop.query(statement)).rejects.toMatchObject(refused)
})

describe('the embedded database', () => {
  test('listens on this machine alone, on a port and nowhere else', async () => {
    const settings = await shop.sql(
      `SELECT name, setting FROM pg_settings
       WHERE name IN ('listen_addresses', 'unix_socket_directories') ORDER BY name`,
    )
    expect(settings).toEqual([
      { name: 'listen_addresses', setting: '127.0.0.1' },
      { name: 'unix_socket_directories', setting: '' },
    ])
  })

  test.each(['tokoku_shop', 'postgres'])(
    'lets nobody in as %s without its password',
    async (user) => {
      for (const password of ['', user, 'postgres', 'password']) {
        const url = new URL(shop.databaseUrl)
        url.username = user
        url.password = password
        const guest = new pg.Client({ connectionString: url.href })
        await expect(guest.connect()).rejects.toThrow(/password/)
        // Without one it is still connected, and whoever drops a database waits for it: a minute.
        await guest.end()
      }
    },
  )
})
