import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { POSTS_PER_HOST } from './lanes'
import { lookupReceiver } from './lookup'

// docs.midtrans.com, best practices: 307 and 308 are followed with POST, up to five times; 301 to 303 are not.
const MAX_REDIRECTS = 5
const NOT_FOLLOWED = [301, 302, 303]
const FOLLOWED = [307, 308]
const KEPT_ANSWER_CHARS = 2_000
/** Whoever answers with more has answered: the rest is not read. */
const READ_ANSWER_CHARS = 1_000_000

const sockets = { keepAlive: true, maxSockets: POSTS_PER_HOST, lookup: lookupReceiver }
const httpAgent = new HttpAgent(sockets)
const httpsAgent = new HttpsAgent(sockets)

export type Received = { status?: number; body?: string; error?: string; redirects?: string[] }
type Message = { contentType: string; body: string }

export function requestHeaders(contentType: string): Record<string, string> {
  return { Accept: 'application/json', 'Content-Type': contentType, 'User-Agent': 'Veritrans' }
}

/** Posts a notification and says what came back. Never throws. */
export async function post(url: string, message: Message, timeoutMs: number): Promise<Received> {
  const deadline = performance.now() + timeoutMs
  const redirects: string[] = []
  for (;;) {
    const { location, ...received } = await postOnce(redirects.at(-1) ?? url, message, deadline)
    const hops = redirects.length > 0 && { redirects }
    if (received.error === 'timeout') {
      return { error: `no answer within ${timeoutMs / 1000} seconds`, ...hops }
    }
    if (!location) return { ...received, ...hops }
    if (redirects.length === MAX_REDIRECTS) {
      return { error: `more than ${MAX_REDIRECTS} redirects`, ...hops }
    }
    redirects.push(location)
  }
}

/** `location` is where to post next. */
type Answer = Omit<Received, 'redirects'> & { location?: string }

function postOnce(
  url: string,
  message: Message,
  deadline: number,
  mayRetry = true,
): Promise<Answer> {
  const secure = url.startsWith('https:')
  const bytes = Buffer.from(message.body)
  return new Promise((resolve) => {
    try {
      const request = (secure ? httpsRequest : httpRequest)(url, {
        method: 'POST',
        agent: secure ? httpsAgent : httpAgent,
        headers: { ...requestHeaders(message.contentType), 'Content-Length': bytes.length },
      })
      const settle = (answer: Answer | Promise<Answer>) => {
        clearTimeout(timer)
        resolve(answer)
      }
      // From the first byte to the last: headers in time do not help a body that never ends.
      const timer = setTimeout(() => {
        settle({ error: 'timeout' })
        request.destroy()
      }, deadline - performance.now())
      request.on('response', (response) => readAnswer(response, url, settle))
      request.on('error', (error: NodeJS.ErrnoException) => {
        // A kept connection that the receiver closed meanwhile says nothing about the receiver.
        const isStale = mayRetry && request.reusedSocket && error.code === 'ECONNRESET'
        settle(
          isStale
            ? postOnce(url, message, deadline, false)
            : { error: error.code || error.message },
        )
      })
      request.end(bytes)
    } catch (error) {
      // Node refuses some addresses that are valid URLs, such as a password that is not well encoded.
      resolve({ error: String(error) })
    }
  })
}

function readAnswer(
  response: IncomingMessage,
  url: string,
  settle: (answer: Answer) => void,
): void {
  const status = response.statusCode ?? 0
  const location = response.headers.location ?? ''
  const isFollowed = FOLLOWED.includes(status) && URL.canParse(location, url)
  let text = ''
  let read = 0
  const finish = () =>
    settle({
      status,
      body: text,
      ...(isFollowed && { location: new URL(location, url).href }),
      ...(NOT_FOLLOWED.includes(status) && { error: `a ${status} is not followed` }),
    })
  response.setEncoding('utf8')
  response.on('data', (chunk: string) => {
    text = (text + chunk).slice(0, KEPT_ANSWER_CHARS)
    read += chunk.length
    if (read <= READ_ANSWER_CHARS) return
    finish()
    response.destroy()
  })
  response.on('end', finish)
  response.on('error', (error: NodeJS.ErrnoException) =>
    settle({ error: error.code || error.message }),
  )
}
