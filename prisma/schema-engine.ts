import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { makeEngineAdapter } from './schema-engine-adapter'

const PRISMA = dirname(fileURLToPath(import.meta.url))

/** The folder of the migrations. */
export const MIGRATIONS = join(PRISMA, 'migrations')

/** All tables and enums belong to the schema. */
export const FILTERS = { externalTables: [], externalEnums: [] }

/** The schema as it should be, in the shape that the engine takes. */
export function readSchema(): { files: bindings.SchemaContainer[] } {
  const path = join(PRISMA, 'schema.prisma')
  return { files: [{ path, content: readFileSync(path, 'utf8') }] }
}

/** The migrations as they stand on disk, in the order in which they are applied. */
export function readMigrations(): bindings.MigrationList {
  const names = readdirSync(MIGRATIONS)
    .filter((name) => existsSync(join(MIGRATIONS, name, 'migration.sql')))
    .sort()
  return {
    baseDir: MIGRATIONS,
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(join(MIGRATIONS, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok',
          value: readFileSync(join(MIGRATIONS, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  }
}

let loaded: Promise<void> | undefined

/** The engine never clears the ten seconds that it gives its lock; they must not keep Node alive. */
function makeImports(): WebAssembly.ModuleImports {
  const imports = { ...(bindings as unknown as WebAssembly.ModuleImports) }
  for (const name of Object.keys(imports)) {
    if (!name.startsWith('__wbg_setTimeout')) continue
    imports[name] = (run: () => void, ms: number) => setTimeout(run, ms).unref()
  }
  return imports
}

async function loadBindings(): Promise<void> {
  const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const module = readFileSync(join(dirname(glue), 'schema_engine_bg.wasm'))
  // The package's own entry imports the .wasm file as a module, which Node cannot do without a flag.
  const { instance } = await WebAssembly.instantiate(module, {
    './schema_engine_bg.js': makeImports(),
  })
  const { __wbg_set_wasm } = bindings as unknown as {
    __wbg_set_wasm(exports: WebAssembly.Exports): void
  }
  __wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start as () => void
  start()
}

/**
 * Runs work with Prisma's schema engine on a database. It is the engine of `prisma migrate` as
 * WebAssembly: the command itself downloads a binary from outside the npm registry.
 */
export async function withSchemaEngine<T>(
  connectionString: string,
  work: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  loaded ??= loadBindings()
  await loaded
  const schema = readSchema().files.map(({ path, content }): [string, string] => [path, content])
  // A pool of our own, because the engine does not close the one that it would be given.
  const pool = new pg.Pool({ connectionString })
  try {
    const engine = await bindings.SchemaEngine.new(
      { datamodels: schema },
      () => {},
      makeEngineAdapter(pool),
    )
    return await work(engine).finally(() => engine.free())
  } finally {
    await pool.end()
  }
}
