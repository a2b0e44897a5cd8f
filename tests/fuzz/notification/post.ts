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
        const call = request(url, options, async (response) => {
          const chunks: Buffer[] = []
          for await (const chunk of response) chunks.push(chunk as Buffer)
          resolve(`${response.statusCode} ${resultOf(Buffer.concat(chunks).toString('utf8'))}`)
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

function resultOf(text: string): string {
  try {
    return String(JSON.parse(text).result)
  } catch {
    return text.slice(0, 80)
  }
}
