import { isLoopback } from '@/lib/env'

/**
 * Whether a form was sent by one of our own pages. Browsers name the page's origin with every POST;
 * a missing one or `null` is refused. On a developer's machine the shop answers to each of its
 * loopback names.
 */
export function isOwnOrigin(origin: string | null, appUrl: string): origin is string {
  if (origin === null || !URL.canParse(origin)) return false
  const own = new URL(appUrl)
  const other = new URL(origin)
  if (other.origin === own.origin) return true
  return isLoopback(appUrl) && isLoopback(origin) && other.port === own.port
}
