import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A new DATA_DIR for a test. The user that Postgres runs as when root tests may enter it, so that
 * its programs need not be copied; what is secret in it has a mode of its own.
 */
export function makeDataDir(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `tokoku-${name}-`))
  chmodSync(folder, 0o755)
  return folder
}
