import type { Context } from 'hono'

/** The fields of a form post. What is no form has no fields: nothing here throws. */
export async function readForm(c: Context): Promise<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(await c.req.text()))
}
