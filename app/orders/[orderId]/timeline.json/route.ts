import { readTimeline } from '@/lib/orders/timeline'
import { isTimelineOpen } from '@/lib/timeline/is-open'

/** The timeline as a file. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ orderId: string }> },
): Promise<Response> {
  const { orderId } = await params
  const headers = { 'Cache-Control': 'no-store' }
  const timeline = isTimelineOpen() ? await readTimeline(orderId) : undefined
  if (!timeline) return Response.json({ error: 'not found' }, { status: 404, headers })
  return new Response(`${JSON.stringify(timeline, null, 2)}\n`, {
    headers: {
      ...headers,
      'Content-Type': 'application/json',
      'Content-Disposition': `attachment; filename="${timeline.orderId}.json"`,
    },
  })
}
