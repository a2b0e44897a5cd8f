import { db } from '@/lib/db'
import { describeError, log } from '@/lib/log'

export const dynamic = 'force-dynamic'

/** For load balancers: whether this process can reach its database. */
export async function GET(): Promise<Response> {
  try {
    await db().$queryRaw`SELECT 1`
    return Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } })
  } catch (error) {
    log('error', 'health.database_unreachable', { error: describeError(error) })
    return Response.json({ status: 'database unreachable' }, { status: 503 })
  }
}
