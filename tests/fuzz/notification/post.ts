import { Agent, request } from 'node:http'
import type { Case } from './case'

/** Kept connections, each used for one request after the other. */
export type Poster = { post(each: Case): Promise<string>; close(): void }

/** Posts bodies byte for byte as they are, and gives the answer as `200 applied`. */
export function createPoster(url: string, connections: number): Poster {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  return {
    post: ({ body, headers, isChunked }) =>
      new Promise((resolve, reject) => {
        const length = isChunked ? {} : { 'Content-Length': String(body.length) }
        const options = { agent, method: 'POST', headers: { ...headers, ...length } }
        const call = request(url, options, (response) => {
          response.resume()
          response.once('end', () =>
            resolve(`${response.statusCode} ${response.headers['notification-result']}`),
          )
        })
        call.on('error', reject)
        const half = Math.floor(body.length / 2)
        // In two parts, so that chunked bodies come in more than one chunk.
        if (isChunked && half > 0) call.write(body.subarray(0, half))
        call.end(isChunked ? body.subarray(half) : body)
      }),
    close: () => agent.destroy(),
  }
}
