import 'server-only'
import { describeError, log } from '@/lib/log'
import { viewOrder } from '@/lib/orders/order-view'
import { orderStatusJson, orderVersion } from '@/lib/orders/status-json'
import { orderChanges } from './order-changes'

/** Keeps proxies from closing a quiet connection, and bounds how long a lost wake-up can matter. */
const HEARTBEAT_MS = 20_000
/** How soon a browser comes back after the stream ended. */
const RETRY_MS = 1_000

type News = {
  data: string
  /** What else the page says, in a word; it comes as the event's id. */
  version?: string
}

/** The id in a block of its own, which browsers keep for what follows: the event itself is its data alone. */
function writeEvent({ data, version }: News): string {
  return `${version ? `id: ${version}\n\n` : ''}data: ${data}\n\n`
}

/**
 * An order's event stream, of its status or of whatever else `read` tells. It subscribes first and reads afterwards, so that no change falls in
 * between; what it sends is always the order as it is now, which makes a lost message harmless.
 * Ends when the browser goes, when the order cannot be read, and when the process stops.
 */
export function orderEvents(
  orderId: string,
  signal: AbortSignal,
  { read = readStatus, lookMs = HEARTBEAT_MS, onClose = () => {} } = {},
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let close = () => {}
  return new ReadableStream({
    start(controller) {
      let sent = ''
      let closed = false
      const write = (text: string) => closed || controller.enqueue(encoder.encode(text))
      const send = async () => {
        const news = await read(orderId)
        const event = news ? writeEvent(news) : sent
        if (event !== sent) write(event)
        sent = event
      }
      // One after the other: an older answer must not overtake a newer one.
      let queue: Promise<void> = Promise.resolve()
      const onChange = () => {
        queue = queue.then(send).catch((error: unknown) => {
          log('warn', 'live.read_failed', { orderId, error: describeError(error) })
          close()
        })
      }
      close = () => {
        if (closed) return
        closed = true
        clearInterval(heartbeat)
        clearInterval(looking)
        unsubscribe()
        onClose()
        controller.close()
      }
      const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS)
      // A wake-up may be lost with the process that sent it: look again now and then. Streams that were
      // opened together look at different times, or news of other orders would wait for all of them.
      const looking = setInterval(onChange, lookMs * (0.5 + Math.random() / 2))
      const unsubscribe = orderChanges().subscribe(orderId, { onChange, onClose: () => close() })
      write(`retry: ${RETRY_MS}\n\n`)
      onChange()
      signal.addEventListener('abort', () => close())
      if (signal.aborted) close()
    },
    cancel: () => close(),
  })
}

async function readStatus(orderId: string): Promise<News | undefined> {
  const order = await viewOrder(orderId)
  return order && { data: JSON.stringify(orderStatusJson(order)), version: orderVersion(order) }
}
