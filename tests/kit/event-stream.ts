import { waitFor } from './wait-for'

export type EventReader = {
  /** The data of every event so far. */
  events: Record<string, unknown>[]
  /** Waits for an event that says this status. */
  status(status: string): Promise<Record<string, unknown>>
  isClosed(): boolean
  cancel(): Promise<void>
}

/** Reads Server-Sent Events as a browser does. */
export function readEventStream(stream: ReadableStream<Uint8Array>): EventReader {
  const events: Record<string, unknown>[] = []
  let closed = false
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  async function read() {
    let rest = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        if (block.startsWith('data: ')) events.push(JSON.parse(block.slice('data: '.length)))
      }
    }
    closed = true
  }
  void read()
  return {
    events,
    status: (status) =>
      waitFor(`an event of ${status}`, () => events.find((event) => event.status === status)),
    isClosed: () => closed,
    cancel: () => reader.cancel(),
  }
}
