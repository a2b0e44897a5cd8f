import { connect, type Socket } from 'node:net'
import { readAnswer } from '@/tests/bench/read-answer'
import type { FuzzRequest } from './requests'

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
    send(request: FuzzRequest): Promise<FuzzAnswer> {
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
          received = Buffer.concat([received, chunk])
          const answer = readWhole(received)
          if (!answer) return
          if (/\r\nconnection: close\r\n/i.test(received.toString('latin1'))) current.destroy()
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

/** An answer without a body, as of 204 and 304, has no length either. */
function readWhole(received: Buffer): FuzzAnswer | undefined {
  const head = received.toString('latin1', 0, 13)
  if (/^HTTP\/1\.1 100/.test(head))
    return readWhole(received.subarray(received.indexOf('\r\n\r\n') + 4))
  if (!/^HTTP\/1\.1 (204|304)/.test(head)) return readAnswer(received)
  return received.includes('\r\n\r\n') ? { status: Number(head.slice(9, 12)), body: '' } : undefined
}
