import { connect, type Socket } from 'node:net'
import { readAnswer } from '@/tests/bench/read-answer'

/** The bytes of one request, and how its connection is treated. */
export type RawRequest = {
  head: string
  body: Buffer
  /** The connection is cut before the body is whole. */
  isAborted?: boolean
  /** Has no end: hung up on as soon as it has begun. */
  isStream?: boolean
}

export type FuzzAnswer = { status: number; body: string } | 'no answer'

const PATIENCE_MS = 10_000

/**
 * Sends requests one after the other over a kept connection, a new one where the last was closed. A client
 * library would refuse to send what is to be sent here.
 */
export function createConnection(port: number) {
  let socket: Socket | undefined

  function open(): Socket {
    if (socket?.writable) return socket
    socket = connect(port, '127.0.0.1').setNoDelay(true)
    // Every error is followed by `close`.
    return socket.on('error', () => {})
  }

  return {
    send(request: RawRequest): Promise<FuzzAnswer> {
      const current = open()
      return new Promise((resolve, reject) => {
        let received: Buffer = Buffer.alloc(0)
        const settle = (answer: FuzzAnswer | Error) => {
          clearTimeout(timer)
          current.off('data', onData).off('close', onClose)
          if (answer instanceof Error) reject(answer)
          else resolve(answer)
        }
        const onData = (chunk: Buffer) => {
          received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
          const answer = readWhole(received, request)
          if (!answer) return
          if (request.isStream || isLast(received)) current.destroy()
          settle(answer)
        }
        const onClose = () => {
          current.destroy()
          settle('no answer')
        }
        const timer = setTimeout(() => {
          current.destroy()
          settle(new Error(`no answer within ${PATIENCE_MS} ms`))
        }, PATIENCE_MS)
        current.on('data', onData).on('close', onClose)
        current.write(request.head, 'latin1')
        if (!request.isAborted) current.write(request.body)
        else current.write(request.body.subarray(0, -1), () => current.destroy())
      })
    },
    close: () => socket?.destroy(),
  }
}

/** Whether the server closes the connection after this answer. */
function isLast(received: Buffer): boolean {
  const head = received.toString('latin1', 0, received.indexOf('\r\n\r\n') + 4)
  return /\r\nconnection: close\r\n/i.test(head)
}

/** An answer to HEAD has no body, nor has one that tells of none, as 204, 304 and some 400. */
function readWhole(received: Buffer, request: RawRequest): FuzzAnswer | undefined {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = received.toString('latin1', 0, end + 2)
  const status = Number(head.slice(9, 12))
  if (status === 100) return readWhole(received.subarray(end + 4), request)
  const hasBody =
    !request.isStream &&
    !request.head.startsWith('HEAD ') &&
    !/^HTTP\/1\.1 (204|304)/.test(head) &&
    /\r\n(content-length|transfer-encoding):/i.test(head)
  return hasBody ? readAnswer(received) : { status, body: '' }
}
