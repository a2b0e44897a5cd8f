import { logToStandardError } from '@/lib/log'
import { environmentOrExit } from '@/lib/server-start'
import { findShopUrl } from './database-url'
import { makeShopEnvironment } from './demo/environment'
import { readPlan } from './demo/plan'
import { loadDotEnv } from './dot-env'

/**
 * For a command that works with the shop's own code: its settings, or without a DATABASE_URL those of the
 * demo that runs on DATA_DIR. Ends the process with a sentence when they are not usable.
 */
export async function settleEnvironment(): Promise<void> {
  loadDotEnv()
  if (!process.env.DATABASE_URL) {
    Object.assign(process.env, makeShopEnvironment(readPlan(false), await findShopUrl()))
  }
  // What a command prints says it all: log lines between would only hide it, or break its JSON.
  process.env.LOG_LEVEL = 'error'
  logToStandardError()
  environmentOrExit()
}
