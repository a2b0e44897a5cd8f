import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'

// docs.midtrans.com, best practices: 15 seconds; 307 and 308 are followed with POST, up to five times.
const TIMEOUT_MS = 15_000
const MAX_REDIRECTS = 5
const KEPT_ANSWER_CHARS = 2_000

const httpAgent = new HttpAgent({ keepAlive: true, maxSockets: 64 })
const httpsAgent = new HttpsAgent({ keepAlive: true, maxSockets: 64 })

export type Received = { status?: number; body?: string; error?: string }

export function requestHeaders(contentType: string): Record<string, string> {
  return { Accept: 'application/json', 'Content-Type': contentType, 'User-Agent': 'Veritrans' }
}

/** Posts a notification and says what came back. Never throws. */
export async function post(url: string, contentType: string, body: string): Promise<Received> {
  const deadline = AbortSignal.timeout(TIMEOUT_MS)
  let target = url
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    const received = await postOnce(target, contentType, body, deadline)
    const isRedirect = received.status === 307 || received.status === 308
    if (!isRedirect || !received.location || !URL.canParse(received.location, target)) {
      const { location: _, ...rest } = received
      return rest
    }
    target = new URL(received.location, target).href
  }
  return { error: `more than ${MAX_REDIRECTS} redirects` }
}

type Raw = Received & { location?: string }

async function postOnce(
  url: string,
  contentType: string,
  body: string,
  signal: AbortSignal,
  mayRetry = true,
): Promise<Raw> {
  const secure = url.startsWith('https:')
  const bytes = Buffer.from(body)
  try {
    const request = (secure ? httpsRequest : httpRequest)(url, {
      method: 'POST',
      agent: secure ? httpsAgent : httpAgent,
      headers: { ...requestHeaders(contentType), 'Content-Length': bytes.length },
      signal,
    })
    return await new Promise((resolve) => {
      request.on('response', (response) => resolve(readAnswer(response)))
      request.on('error', (error: NodeJS.ErrnoException) => {
        // A kept connection that the receiver closed meanwhile says nothing about the receiver.
        const isStale = mayRetry && request.reusedSocket && error.code === 'ECONNRESET'
        if (isStale) resolve(postOnce(url, contentType, body, signal, false))
        else if (signal.aborted) resolve({ error: 'no answer within 15 seconds' })
        else resolve({ error: error.code || error.message })
      })
      request.end(bytes)
    })
  } catch (error) {
    // Node refuses some addresses that are valid URLs, such as a password that is not well encoded.
    return { error: String(error) }
  }
}

function readAnswer(response: IncomingMessage): Promise<Raw> {
  return new Promise((resolve) => {
    const status = response.statusCode ?? 0
    const location = response.headers.location
    let text = ''
    response.setEncoding('utf8')
    response.on('data', (chunk: string) => {
      if (text.length < KEPT_ANSWER_CHARS) text += chunk
    })
    response.on('end', () =>
      resolve({ status, body: text.slice(0, KEPT_ANSWER_CHARS), ...(location && { location }) }),
    )
    response.on('error', (error) => resolve({ error: error.message }))
  })
}
