import type { AddressInfo } from 'node:net'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { type Gate, letPass } from './boundary'
import { createMessageReader, createStatementNamer, labelStatement } from './postgres-messages'

export type MessageProxy = {
  url: string
  /** Decides from now on what becomes of each message. */
  setGate(gate: Gate): void
  close(): Promise<void>
}

type Exchange = { bytes: Buffer; sql: string }

/**
 * Stands in front of Postgres. A statement with everything that belongs to it (Parse, Bind, Execute, up to
 * Sync) is one message, and everything up to ReadyForQuery is its answer, so that "the nth" is exact.
 */
export async function startPostgresProxy(databaseUrl: string): Promise<MessageProxy> {
  const target = new URL(databaseUrl)
  const clients = new Set<Socket>()
  let gate = letPass
  const server: Server = createServer((client) => {
    clients.add(client)
    client.on('close', () => clients.delete(client))
    const upstream = createConnection({ host: target.hostname, port: Number(target.port) })
    join(client, upstream, (boundary) => gate(boundary))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    setGate(next) {
      gate = next
    },
    close() {
      for (const client of clients) client.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function join(client: Socket, upstream: Socket, gate: Gate): void {
  const cut = () => {
    client.destroy()
    upstream.destroy()
  }
  for (const socket of [client, upstream]) {
    socket.setNoDelay(true)
    socket.on('error', cut)
    socket.on('close', cut)
  }
  let underWay: Exchange | undefined

  async function cross(side: 'before' | 'after', sql: string, deliver: () => void): Promise<void> {
    const decision = await gate({ side, what: labelStatement(sql), text: sql })
    if (client.destroyed) return
    if (decision === 'pass') deliver()
    else if (decision !== 'hold') cut()
  }

  const readRequests = createMessageReader(true)
  const nameStatement = createStatementNamer()
  let parts: Buffer[] = []
  let sql = ''
  client.on('data', (chunk) => {
    for (const message of readRequests(chunk)) {
      // Opening a connection, its password, and closing it: no statements.
      if (message.type === '' || message.type === 'p' || message.type === 'X') {
        upstream.write(message.bytes)
        continue
      }
      sql = nameStatement(message) ?? sql
      parts.push(message.bytes)
      // A simple query is whole by itself, everything else ends with Sync.
      if (message.type !== 'Q' && message.type !== 'S') continue
      const exchange = { bytes: Buffer.concat(parts), sql }
      parts = []
      sql = ''
      void cross('before', exchange.sql, () => {
        underWay = exchange
        upstream.write(exchange.bytes)
      })
    }
  })

  const readAnswers = createMessageReader(false)
  let answer: Buffer[] = []
  upstream.on('data', (chunk) => {
    for (const message of readAnswers(chunk)) {
      answer.push(message.bytes)
      const isWhole = underWay === undefined || message.type === 'Z'
      if (!isWhole) continue
      const bytes = Buffer.concat(answer)
      const done = underWay
      answer = []
      underWay = undefined
      if (done) void cross('after', done.sql, () => client.write(bytes))
      else client.write(bytes)
    }
  })
}
