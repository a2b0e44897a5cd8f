import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Environment, parseEnvironment } from '@/lib/env'
import { getDataDir } from '../data-dir'
import { type Plan, readPlan } from '../demo/plan'
import { findDatabaseUrl } from '../postgres'

/** The settings that the shop would start with: the environment's, or else those of the demo. */
export type Settings = { plan: Plan; env: Environment | undefined; wrong: string[] }

/** Stands in the place of a database that does not run: the check of the database says so. */
const NO_DATABASE = 'postgresql://127.0.0.1:9/none'

export async function readSettings(): Promise<Settings> {
  const plan = readPlan(false)
  const isDemo = !process.env.DATABASE_URL
  const variables = isDemo
    ? {
        ...process.env,
        DATABASE_URL: (await findDatabaseUrl(getDataDir())) ?? NO_DATABASE,
        APP_URL: plan.appUrl,
        MIDTRANS_API_URL: plan.midtransUrl,
        MIDTRANS_SERVER_KEY: process.env.MIDTRANS_SERVER_KEY || demoKey(),
        ...(plan.onPrivateNetwork && { ALLOW_LOCAL_MIDTRANS: '1' }),
      }
    : process.env
  try {
    return { plan, env: parseEnvironment(variables), wrong: [] }
  } catch (error) {
    return { plan, env: undefined, wrong: (error as Error).message.split('\n') }
  }
}

/** The key that a demo of this DATA_DIR has made up, or one that the local Midtrans takes as well. */
function demoKey(): string {
  const file = join(getDataDir(), 'server-key')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : 'SB-Mid-server-doctor'
}
