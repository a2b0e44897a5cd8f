import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTarget, type Target } from './stage'

let target: Target
beforeAll(async () => {
  target = await openTarget()
}, 240_000)
afterAll(() => target.close())

/** All that the server says to these bytes until it closes the connection, or for a second. */
function say(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(target.server.url)
    let heard = ''
    const socket = connect(Number(port), hostname, () => socket.write(bytes, 'latin1'))
    socket.setTimeout(1_000, () => socket.destroy())
    socket.on('data', (data) => {
      heard += data.toString('latin1')
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(heard))
  })
}

const statusesOf = (heard: string) =>
  [...heard.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, code]) => code)

const HIDDEN = 'GET /api/health HTTP/1.1\r\nHost: x\r\nX-Hidden: 1\r\n\r\n'
const POST = 'POST /api/midtrans/notification HTTP/1.1\r\nHost: x\r\n'

// A proxy and this server must never disagree on where a request ends.
test.each([
  [
    'both a length and chunks',
    `${POST}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${HIDDEN}`,
  ],
  ['two lengths', `${POST}Content-Length: 0\r\nContent-Length: 60\r\n\r\n${HIDDEN}`],
  ['a length with a sign', `${POST}Content-Length: +5\r\n\r\n${HIDDEN}`],
  [
    'chunks that are not the last encoding',
    `${POST}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${HIDDEN}`,
  ],
  ['an encoding that nobody knows', `${POST}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${HIDDEN}`],
  [
    'an encoding behind a tab and a space before its colon',
    `${POST}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${HIDDEN}`,
  ],
  [
    'a chunk whose size is no number',
    `${POST}Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n${HIDDEN}`,
  ],
  [
    'a header continued on the next line',
    `${POST}X: a\r\n b\r\nTransfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n${HIDDEN}`,
  ],
  ['line feeds alone', `GET / HTTP/1.1\nHost: x\nContent-Length: 60\n\n${HIDDEN}`],
  ['NUL in a header', `GET / HTTP/1.1\r\nHost: x\r\nX: \0\r\n\r\n${HIDDEN}`],
])('a request with %s is refused, and hides no other', async (_, bytes) => {
  const statuses = statusesOf(await say(bytes))
  expect(statuses).toEqual(['400'])
})

test('a line break in an address or a header makes no header of the answer', async () => {
  for (const path of ['/%0d%0aX-Made: 1', '/orders/%0d%0aX-Made:%201', '/?q=%0d%0aX-Made:%201']) {
    const heard = await say(
      `GET ${path.replaceAll(' ', '%20')} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    )
    expect(heard.split('\r\n\r\n')[0]).not.toMatch(/^x-made/im)
  }
})
