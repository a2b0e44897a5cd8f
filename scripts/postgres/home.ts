import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Account, canReach, chooseAccount } from './account'
import { readSettings, type Settings } from './settings'

/** Where root puts a server whose user cannot enter DATA_DIR, as in a checkout under /root. */
const ELSEWHERE = '/var/lib/tokoku'

/** Names the DATA_DIR that a folder under ELSEWHERE belongs to. */
const OWNER_FILE = 'data-dir'

/** Where the server lives and who runs it; `remembered` is what settings keep of the place. */
export type Home = { folder: string; account: Account; remembered: string | undefined }

function makeFolder(folder: string, account: Account): void {
  mkdirSync(folder, { recursive: true })
  if (account.uid === undefined || account.gid === undefined) return
  chownSync(folder, account.uid, account.gid)
}

/** A copied DATA_DIR must not share the server of the one it was copied from. */
function belongsTo(folder: string, dataDir: string): boolean {
  if (!existsSync(join(folder, OWNER_FILE))) return false
  const owner = readFileSync(join(folder, OWNER_FILE), 'utf8')
  if (owner === realpathSync(dataDir)) return true
  if (existsSync(owner) && readSettings(owner)?.home === folder) return false
  // The DATA_DIR was moved, and the server's data goes with it.
  writeFileSync(join(folder, OWNER_FILE), realpathSync(dataDir))
  return true
}

function makeElsewhere(dataDir: string, account: Account): string {
  const folder = join(ELSEWHERE, randomBytes(6).toString('hex'))
  mkdirSync(ELSEWHERE, { recursive: true })
  chmodSync(ELSEWHERE, 0o755)
  makeFolder(folder, account)
  writeFileSync(join(folder, OWNER_FILE), realpathSync(dataDir))
  return folder
}

/**
 * Finds or makes the folder of the server: DATA_DIR/postgres, or, when root starts it and the
 * server's user cannot enter DATA_DIR, a folder of its own that DATA_DIR remembers.
 */
export function findHome(dataDir: string, settings: Settings): Home {
  const remembered = settings.home
  if (remembered && belongsTo(remembered, dataDir)) {
    return { folder: remembered, account: chooseAccount(remembered), remembered }
  }
  const inside = join(realpathSync(dataDir), 'postgres')
  const account = chooseAccount(inside)
  makeFolder(inside, account)
  if (canReach(account, inside, 'w')) return { folder: inside, account, remembered: undefined }
  if (!existsSync(join(inside, 'data'))) rmdirSync(inside)
  const folder = makeElsewhere(dataDir, account)
  return { folder, account, remembered: folder }
}
