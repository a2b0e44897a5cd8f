import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlQuery,
} from '@prisma/driver-adapter-utils'
import pg from 'pg'

/** What the adapter does inside `queryRaw`; it is not in its types. */
type WithPerformIo = { performIO(query: SqlQuery): Promise<pg.QueryArrayResult> }

/**
 * The adapter of Prisma 7.10 does not know Postgres's type `"char"`, in which the catalogue keeps
 * one-letter codes such as pg_constraint.contype, and the engine cannot read a database without it.
 * Such columns go through the adapter as text and reach the engine as characters.
 */
function mendAdapter(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const { CHAR, TEXT } = pg.types.builtins
  const characterColumns = new WeakMap<SqlQuery, number[]>()
  const inner = adapter as SqlDriverAdapter & WithPerformIo
  const performIO = inner.performIO.bind(inner)
  const queryRaw = inner.queryRaw.bind(inner)
  return Object.assign(inner, {
    // The adapter cuts a migration at every semicolon, also inside a function. Postgres takes it whole, as
    // `prisma migrate` gives it.
    executeScript: async (script: string) => {
      await performIO({ sql: script, args: [], argTypes: [] })
    },
    performIO: async (query: SqlQuery) => {
      const result = await performIO(query)
      const columns = [...result.fields.keys()].filter((i) => result.fields[i]?.dataTypeID === CHAR)
      for (const field of result.fields) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT
      characterColumns.set(query, columns)
      return result
    },
    queryRaw: async (query: SqlQuery) => {
      const result = await queryRaw(query)
      for (const column of characterColumns.get(query) ?? []) {
        result.columnTypes[column] = ColumnTypeEnum.Character
      }
      return result
    },
  })
}

/** The adapter that the schema engine reaches a database through. The pool stays the caller's. */
export function makeEngineAdapter(pool: pg.Pool) {
  const factory = new PrismaPg(pool)
  const connect = factory.connect.bind(factory)
  return bindMigrationAwareSqlAdapterFactory(
    Object.assign(factory, { connect: async () => mendAdapter(await connect()) }),
  )
}
