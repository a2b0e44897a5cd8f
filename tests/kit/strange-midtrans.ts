import type { ServerResponse } from 'node:http'
import { type HttpServer, type RecordedRequest, serveHttp } from './http-server'

type Answer = (request: RecordedRequest, response: ServerResponse) => void

export type StrangeMidtrans = {
  url: string
  /** `POST /v2/charge`, `GET /v2/x/status` and so on, as they came. */
  calls(): string[]
  /** How the calls whose path ends like this are answered from now on. */
  answer(ending: 'charge' | 'status' | 'cancel' | 'expire', how: Answer): void
  close(): Promise<void>
}

/** A gateway that answers as a test says, for what the sandbox rightly never does. Else it hangs up. */
export async function startStrangeMidtrans(): Promise<StrangeMidtrans> {
  const answers = new Map<string, Answer>()
  const server: HttpServer = await serveHttp((request, response) => {
    const ending = request.path.split('/').at(-1) ?? ''
    const how = answers.get(ending)
    if (how) how(request, response)
    else response.socket?.destroy()
  })
  return {
    url: server.url,
    calls: () => server.requests.map(({ method, path }) => `${method} ${path}`),
    answer: (ending, how) => void answers.set(ending, how),
    close: () => server.close(),
  }
}
