import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'

/**
 * Reads .env of the checkout, as Next does for the shop, so that every command sees the same
 * settings. What the environment already holds wins, also when it is empty.
 */
export function loadDotEnv(): void {
  if (!existsSync('.env')) return
  for (const [name, value] of Object.entries(parseEnv(readFileSync('.env', 'utf8')))) {
    process.env[name] ??= value
  }
}
