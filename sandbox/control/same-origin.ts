import type { Context, Next } from 'hono'
import { refuse } from './read-json'

/** Programs send no Origin; a browser page of another site does, and has no business here. */
export async function refuseOtherOrigins(c: Context, next: Next): Promise<void> {
  const origin = c.req.header('origin')
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
  const isOwn = !origin || (URL.canParse(origin) && new URL(origin).host === c.req.header('host'))
  if (!isRead && !isOwn) refuse(403, 'a page of another origin may not control the sandbox')
  await next()
}
