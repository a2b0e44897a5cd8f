import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Json } from './client'

export type Received = { at: number; headers: IncomingHttpHeaders; text: string; body: Json }

export type Receiver = {
  url: string
  received: Received[]
  /** Answers the following requests with these statuses in turn, the last one for ever. */
  answerWith(...answers: { status: number; location?: string }[]): void
  /** Waits until as many have come in as were asked for. */
  waitFor(count: number): Promise<Received[]>
  close(): void
}

/** A shop that takes notifications. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  let answers: { status: number; location?: string }[] = [{ status: 200 }]
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk) => {
      text += chunk
    })
    request.on('end', () => {
      received.push({ at: Date.now(), headers: request.headers, text, body: readJson(text) })
      const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? { status: 200 }
      response.writeHead(answer.status, answer.location ? { Location: answer.location } : {})
      response.end('seen')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/notification`,
    received,
    answerWith: (...next) => {
      answers = next
    },
    async waitFor(count) {
      const deadline = Date.now() + 5_000
      while (received.length < count) {
        if (Date.now() > deadline) throw new Error(`${received.length} of ${count} came in`)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      return received
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function readJson(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return {}
  }
}
