/** A body that was not whole in its time. */
export class SlowBodyError extends Error {
  override name = 'SlowBodyError'
}

/**
 * The body of an HTTP message, or undefined when it is longer than `limit` bytes. Throws a SlowBodyError
 * when it is not whole after `patienceMs` milliseconds: a sender may drip for ever.
 */
export async function readCapped(
  message: Request | Response,
  limit: number,
  patienceMs?: number,
): Promise<Buffer<ArrayBuffer> | undefined> {
  const reader = message.body?.getReader()
  const stop = () => void reader?.cancel().catch(() => {})
  let isTooSlow = false
  // Not an AbortSignal: making one costs a notification more than reading it.
  const timer =
    patienceMs &&
    setTimeout(() => {
      isTooSlow = true
      stop()
    }, patienceMs)
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for (;;) {
      const chunk = await reader?.read()
      if (isTooSlow) throw new SlowBodyError(`not whole after ${patienceMs} ms`)
      if (!chunk || chunk.done) return Buffer.concat(chunks)
      size += chunk.value.byteLength
      if (size > limit) {
        stop()
        return undefined
      }
      chunks.push(chunk.value)
    }
  } finally {
    if (timer) clearTimeout(timer)
  }
}
