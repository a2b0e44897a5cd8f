import { connect, type Socket } from 'node:net'
import { type Answer, readAnswer } from './read-answer'

export type LoadRequest = { path: string; headers?: Record<string, string>; body?: string }

export type Load = {
  url: string
  connections: number
  requests: number
  /** The request of this number: a POST when it has a body. */
  make(index: number): LoadRequest
  /** Whether the answer is the one that was measured. */
  isGood(answer: Answer): boolean
}

/** Times in milliseconds. */
export type LoadResult = {
  perSecond: number
  median: number
  p99: number
  slowest: number
  errors: number
}

/**
 * Sends requests over a fixed number of kept connections, each with one request under way at a time.
 * It writes to the sockets itself: Node's own HTTP client costs several times what is to be measured.
 */
export async function runLoad(load: Load): Promise<LoadResult> {
  const times: number[] = []
  let next = 0
  let errors = 0

  async function work(): Promise<void> {
    let connection = await open(load.url)
    while (next < load.requests) {
      const request = load.make(next++)
      const startedAt = performance.now()
      try {
        const answer = await connection.send(request)
        times.push(performance.now() - startedAt)
        if (!load.isGood(answer)) errors += 1
      } catch {
        errors += 1
        connection = await open(load.url)
      }
    }
    connection.close()
  }

  const startedAt = performance.now()
  await Promise.all(Array.from({ length: load.connections }, work))
  const seconds = (performance.now() - startedAt) / 1_000
  return { perSecond: times.length / seconds, ...describeTimes(times), errors }
}

export function describeTimes(times: number[]): Pick<LoadResult, 'median' | 'p99' | 'slowest'> {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
  return { median: at(0.5), p99: at(0.99), slowest: at(1) }
}

type Connection = { send(request: LoadRequest): Promise<Answer>; close(): void }

async function open(url: string): Promise<Connection> {
  const { hostname, port, host } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.setNoDelay(true)
  await new Promise<void>((resolve, reject) =>
    socket.once('connect', resolve).once('error', reject),
  )
  return {
    send: (request) => sendOver(socket, host, request),
    close: () => socket.destroy(),
  }
}

function sendOver(socket: Socket, host: string, { path, headers, body }: LoadRequest) {
  return new Promise<Answer>((resolve, reject) => {
    let received: Buffer = Buffer.alloc(0)
    const end = () => {
      socket.off('data', onData).off('close', onClose).off('error', onClose)
    }
    const onData = (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
      const answer = readAnswer(received)
      if (!answer) return
      end()
      resolve(answer)
    }
    const onClose = () => {
      end()
      reject(new Error('the connection was closed'))
    }
    socket.on('data', onData).on('close', onClose).on('error', onClose)
    const lines = [`${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1`, `Host: ${host}`]
    for (const [name, value] of Object.entries(headers ?? {})) lines.push(`${name}: ${value}`)
    if (body !== undefined) lines.push(`Content-Length: ${Buffer.byteLength(body)}`)
    socket.write(`${lines.join('\r\n')}\r\n\r\n${body ?? ''}`)
  })
}
