/**
 * The body of an HTTP message, or undefined when it is longer than `limit` bytes. Throws the reason of
 * `signal` when that comes first: a sender may drip for ever.
 */
export async function readCapped(
  message: Request | Response,
  limit: number,
  signal?: AbortSignal,
): Promise<Buffer<ArrayBuffer> | undefined> {
  const reader = message.body?.getReader()
  const stop = () => void reader?.cancel().catch(() => {})
  signal?.addEventListener('abort', stop)
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for (;;) {
      const chunk = await reader?.read()
      signal?.throwIfAborted()
      if (!chunk || chunk.done) return Buffer.concat(chunks)
      size += chunk.value.byteLength
      if (size > limit) {
        stop()
        return undefined
      }
      chunks.push(chunk.value)
    }
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}
