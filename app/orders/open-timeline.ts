import 'server-only'
import { notFound } from 'next/navigation'
import { readTimeline } from '@/lib/orders/timeline'
import type { Timeline } from '@/lib/timeline/entry'
import { isTimelineOpen } from '@/lib/timeline/is-open'

/** The timeline of an order, or 404: for an unknown order, and for every order in production. */
export async function openTimeline(orderId: string): Promise<Timeline> {
  const timeline = isTimelineOpen() ? await readTimeline(orderId) : undefined
  return timeline ?? notFound()
}
