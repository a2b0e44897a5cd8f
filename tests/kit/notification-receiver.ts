import { type HttpServer, sendJson, serveHttp } from './http-server'
import { type NotificationAnswer, notify } from './notify'

export type NotificationReceiver = {
  /** Where the shop stands: its notification address is below. */
  url: string
  /** What was answered, and to which body, in the order in which it came. */
  answers: (Pick<NotificationAnswer, 'status' | 'result'> & { body: string })[]
  close(): Promise<void>
}

/** Puts the notification route where the sandbox can post to it. */
export async function receiveNotifications(): Promise<NotificationReceiver> {
  const answers: NotificationReceiver['answers'] = []
  const server: HttpServer = await serveHttp(async (request, response) => {
    if (request.method !== 'POST' || request.path !== '/api/midtrans/notification') {
      return sendJson(response, 404, {})
    }
    const { status, result, headers } = await notify(request.body)
    answers.push({ status, result, body: String(request.body) })
    response.writeHead(status, Object.fromEntries(headers)).end()
  })
  return { url: server.url, answers, close: () => server.close() }
}
