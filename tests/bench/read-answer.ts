export type Answer = { status: number; head: string; body: string }

/** The HTTP/1.1 answer in these bytes, or undefined while it is not all there. */
export function readAnswer(received: Buffer): Answer | undefined {
  const headEnd = received.indexOf('\r\n\r\n')
  if (headEnd < 0) return undefined
  const head = received.toString('latin1', 0, headEnd)
  const status = Number(head.slice(9, 12))
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length === undefined) return readChunked(received, headEnd + 4, { status, head })
  const bodyEnd = headEnd + 4 + Number(length)
  if (received.length < bodyEnd) return undefined
  return { status, head, body: received.toString('utf8', headEnd + 4, bodyEnd) }
}

function readChunked(
  received: Buffer,
  start: number,
  begun: Omit<Answer, 'body'>,
): Answer | undefined {
  const chunks: Buffer[] = []
  let at = start
  for (;;) {
    const lineEnd = received.indexOf('\r\n', at)
    if (lineEnd < 0) return undefined
    const size = Number.parseInt(received.toString('latin1', at, lineEnd), 16)
    const end = lineEnd + 2 + size + 2
    if (received.length < end) return undefined
    if (size === 0) return { ...begun, body: Buffer.concat(chunks).toString('utf8') }
    chunks.push(received.subarray(lineEnd + 2, lineEnd + 2 + size))
    at = end
  }
}
