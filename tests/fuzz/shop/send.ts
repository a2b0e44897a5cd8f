import { createConnection, type FuzzAnswer, type RawRequest } from '../connection'

type Connection = ReturnType<typeof createConnection>

/** Once more on a new connection: the server may have closed this one while the request was on its way. */
export async function send(connection: Connection, request: RawRequest): Promise<FuzzAnswer> {
  const answer = await connection.send(request)
  return answer === 'no answer' ? connection.send(request) : answer
}

const HEALTH: RawRequest = {
  head: 'GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n',
  body: Buffer.alloc(0),
}

/** Asks for the server's health until `isOver`. The longest wait in milliseconds. */
export async function watchHealth(port: number, isOver: () => boolean): Promise<number> {
  const connection = createConnection(port)
  let longest = 0
  while (!isOver()) {
    const asked = performance.now()
    const answer = await send(connection, HEALTH)
    if (answer === 'no answer' || answer.status !== 200) {
      throw new Error(`A health check was answered with ${JSON.stringify(answer)}.`)
    }
    longest = Math.max(longest, performance.now() - asked)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  connection.close()
  return longest
}
