import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const makePassword = (): string => randomBytes(24).toString('hex')

const settingsSchema = z.object({
  password: z.string(),
  /** Of the role that the shop runs as. A DATA_DIR from before there was one gets it at the next start. */
  shopPassword: z.string().default(makePassword),
  port: z.number().int(),
  /** Where the server lives when its user cannot enter DATA_DIR. */
  home: z.string().optional(),
})

/** What DATA_DIR remembers of its server, in postgres.json, readable by its owner only. */
export type Settings = z.infer<typeof settingsSchema>

const pathOf = (dataDir: string): string => join(dataDir, 'postgres.json')

/** The settings kept in DATA_DIR; undefined when no server was ever started there. */
export function readSettings(dataDir: string): Settings | undefined {
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(pathOf(dataDir), 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Keeps the settings, whole or not at all. */
export function writeSettings(dataDir: string, settings: Settings): void {
  const half = `${pathOf(dataDir)}.new`
  writeFileSync(half, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 })
  renameSync(half, pathOf(dataDir))
}

/** Settings for a first start: random passwords, and no port yet. */
export function makeSettings(): Settings {
  return { password: makePassword(), shopPassword: makePassword(), port: 0 }
}

/** The role that the shop runs as. What it may do is in prisma/shop-role.ts. */
export const SHOP_ROLE = 'tokoku_shop'

/** How the owner of everything reaches one of the server's databases. */
export function buildOwnerUrl(settings: Settings, database: string): string {
  return `postgresql://postgres:${settings.password}@127.0.0.1:${settings.port}/${database}`
}

/** How the shop does. */
export function buildShopUrl(settings: Settings, database: string): string {
  return `postgresql://${SHOP_ROLE}:${settings.shopPassword}@127.0.0.1:${settings.port}/${database}`
}
