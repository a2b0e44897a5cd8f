import { request } from 'node:http'
import { isShop } from './shop-urls'
import { tell } from './told'

export type RawAnswer = { status: number; headers: Record<string, string>; text: string }

/** Sends exactly this, with headers and paths that `fetch` would correct or refuse. */
export function sendRaw(
  url: string,
  {
    path,
    method = 'GET',
    headers = {},
    body,
  }: {
    path?: string
    method?: string
    headers?: Record<string, string>
    body?: string | Buffer
  } = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const target = new URL(url)
    const options = {
      method,
      headers,
      agent: false as const,
      path: path ?? target.pathname + target.search,
    }
    const call = request(
      { host: target.hostname, port: target.port, ...options },
      async (answer) => {
        const chunks: Buffer[] = []
        for await (const chunk of answer) chunks.push(chunk as Buffer)
        const text = Buffer.concat(chunks).toString('utf8')
        if (isShop(target)) tell(options.path === '/checkout' ? 'form' : 'page', text)
        const named = Object.entries(answer.headers).map(([name, value]) => [name, String(value)])
        resolve({
          status: answer.statusCode ?? 0,
          headers: Object.fromEntries(named),
          text,
        })
      },
    )
    call.setTimeout(20_000, () => call.destroy(new Error('no answer')))
    call.on('error', reject)
    call.end(body)
  })
}
