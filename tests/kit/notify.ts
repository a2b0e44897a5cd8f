import { POST } from '@/app/api/midtrans/notification/route'

export type NotificationAnswer = { status: number; result: string; headers: Headers }

/** Hands a body to the notification route as Midtrans posts it: text as it is, anything else as JSON. */
export async function notify(body: unknown): Promise<NotificationAnswer> {
  const response = await POST(
    new Request('http://localhost:3000/api/midtrans/notification', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'User-Agent': 'Veritrans' },
      body:
        typeof body === 'string' || body instanceof Uint8Array
          ? Buffer.from(body)
          : JSON.stringify(body),
    }),
  )
  const { status, headers } = response
  return { status, result: headers.get('notification-result') ?? '', headers }
}

/** Hands it a body that comes as it comes, of no length that is told before. */
export function notifyInPieces(body: ReadableStream<Uint8Array>): Promise<Response> {
  return POST(
    new Request('http://localhost/', { method: 'POST', body, duplex: 'half' } as RequestInit),
  )
}
