import type { Context } from 'hono'
import { readText } from '../api/read-text'
import type { Env } from '../api/reply'

/** The fields of a form post. What is no form has no fields: nothing here throws. */
export async function readForm(c: Context<Env>): Promise<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(await readText(c)))
}
