import { defineConfig } from 'prisma/config'

// `prisma generate` looks for the schema engine but never runs it. Naming any file that exists
// keeps it from downloading one, so that a fresh clone needs nothing but the npm registry.
if (process.argv.includes('generate')) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath
}

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL || '' },
})
