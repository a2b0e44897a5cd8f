import { openStream } from '@/app/orders/open-stream'
import { readTimelineMark } from '@/lib/orders/timeline'
import { isTimelineOpen } from '@/lib/timeline/is-open'

/**
 * Most events change nothing that a shopper sees, so nobody announces them: that would cost each of them
 * for the sake of a page that is rarely open. The stream of that page looks instead.
 */
const LOOK_MS = 1_000

/** Server-Sent Events: what the timeline has come to, at once and after each entry. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ orderId: string }> },
): Promise<Response> {
  const { orderId } = await params
  if (!isTimelineOpen() || !(await readTimelineMark(orderId))) {
    return new Response('not found\n', { status: 404, headers: { 'Cache-Control': 'no-store' } })
  }
  const read = async () => {
    const data = await readTimelineMark(orderId)
    return data === undefined ? data : { data }
  }
  return openStream(request, orderId, { read, lookMs: LOOK_MS })
}
