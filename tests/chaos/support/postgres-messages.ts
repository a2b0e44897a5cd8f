export type PostgresMessage = {
  /** The type byte; empty for the messages that open a connection, which have none. */
  type: string
  bytes: Buffer
}

/** Cuts a stream of the Postgres protocol into its messages (postgresql.org, Message Formats). */
export function createMessageReader(
  opensConnection: boolean,
): (chunk: Buffer) => PostgresMessage[] {
  let rest: Buffer = Buffer.alloc(0)
  let isTyped = !opensConnection
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const messages: PostgresMessage[] = []
    for (;;) {
      const head = isTyped ? 1 : 0
      if (rest.length < head + 4) return messages
      // The length counts itself, but not the type byte.
      const end = head + rest.readInt32BE(head)
      if (rest.length < end) return messages
      const bytes = rest.subarray(0, end)
      messages.push({ type: isTyped ? String.fromCharCode(bytes[0] ?? 0) : '', bytes })
      rest = rest.subarray(end)
      isTyped = true
    }
  }
}

function readTexts(bytes: Buffer, count: number): string[] {
  const texts: string[] = []
  let from = 5
  while (texts.length < count) {
    const end = bytes.indexOf(0, from)
    if (end < 0) return texts
    texts.push(bytes.toString('utf8', from, end))
    from = end + 1
  }
  return texts
}

/** Finds the SQL behind a connection's messages, prepared statements included. */
export function createStatementNamer(): (message: PostgresMessage) => string | undefined {
  const prepared = new Map<string, string>()
  return ({ type, bytes }) => {
    if (type === 'Q') return readTexts(bytes, 1)[0]
    if (type === 'P') {
      const [name = '', sql = ''] = readTexts(bytes, 2)
      prepared.set(name, sql)
    }
    return type === 'B' ? prepared.get(readTexts(bytes, 2)[1] ?? '') : undefined
  }
}

/** A statement in two words, for people: `UPDATE product`, `COMMIT`. */
export function labelStatement(sql: string): string {
  const verb = /^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? '?'
  const place = /\b(pg_notify|LISTEN \w+)\b/.exec(sql)?.[1]
  const table = /\b(?:FROM|UPDATE|INTO)\s+(?:"public"\.)?"?(\w+)/i.exec(sql)?.[1]
  return [verb, place ?? table].filter(Boolean).join(' ')
}
