import { readTimelineMark } from '@/lib/orders/timeline'
import { isTimelineOpen } from '@/lib/timeline/is-open'

/** What the timeline of an order has come to, for pages that poll. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ orderId: string }> },
): Promise<Response> {
  const mark = isTimelineOpen() ? await readTimelineMark((await params).orderId) : undefined
  return new Response(mark ?? 'not found\n', {
    status: mark ? 200 : 404,
    headers: { 'Cache-Control': 'no-store', 'Content-Type': 'application/json' },
  })
}
