import {
  Agent,
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Decision, type Gate, letPass } from './boundary'
import type { MessageProxy } from './postgres-proxy'

type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer }

export type HttpProxy = MessageProxy & {
  /** Where each request goes from now on; nowhere means that its connection is cut. */
  setTarget(pick: () => string | undefined): void
}

/**
 * Stands in front of an HTTP server. Requests and answers pass whole, with the Host that the caller used, so
 * that the addresses in the answers lead through here as well.
 */
export async function startHttpProxy(targetUrl?: string): Promise<HttpProxy> {
  const agent = new Agent({ keepAlive: true })
  let gate: Gate = letPass
  let pickTarget = () => targetUrl
  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.socket?.destroy())
  })

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(request)
    const path = request.url ?? '/'
    const what = `${request.method} ${nameOf(path)}`
    const text = body.toString('utf8')
    const before = await gate({ side: 'before', what, path, text })
    if (before !== 'pass') return refuse(before, response)
    const target = pickTarget()
    if (!target) return refuse('cut', response)
    const answer = await forward(agent, new URL(path, target), request, body)
    const after = await gate({ side: 'after', what, path, text, status: answer.status })
    if (after !== 'pass') return refuse(after, response, answer)
    response.writeHead(answer.status, answer.headers).end(answer.body)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setGate(next) {
      gate = next
    },
    setTarget(next) {
      pickTarget = next
    },
    close() {
      agent.destroy()
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function refuse(decision: Decision, response: ServerResponse, answer?: Answer): void {
  if (decision === 'hold') return
  if (typeof decision === 'number') {
    response.writeHead(decision, { 'Content-Type': 'text/html' }).end('<h1>Not now</h1>')
  } else if (decision === 'half' && answer) {
    response.writeHead(answer.status, answer.headers)
    response.write(answer.body.subarray(0, answer.body.length / 2), () =>
      response.socket?.destroy(),
    )
  } else response.socket?.destroy()
}

function forward(agent: Agent, url: URL, from: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method, headers } = from
    const request = httpRequest(url, { agent, method, headers }, (response) => {
      readAll(response).then((bytes) => {
        // The body is whole here, whatever way it came.
        const { 'transfer-encoding': _, connection: __, ...kept } = response.headers
        const length = { 'content-length': String(bytes.length) }
        resolve({
          status: response.statusCode ?? 502,
          headers: { ...kept, ...length },
          body: bytes,
        })
      }, reject)
    })
    request.on('error', reject)
    request.end(body)
  })
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** The path without what differs from order to order. */
function nameOf(path: string): string {
  return path.replace(/\?.*$/, '').replace(/TKO-[0-9A-Z]{26}(-\d+)?/, '{id}')
}
