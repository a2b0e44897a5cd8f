import type { Random } from '../random'
import { makeBody } from './bodies'
import { endpoints } from './endpoints'

/** The bytes of one request, and how its connection is treated. */
export type FuzzRequest = {
  head: string
  body: Buffer
  /** The connection is cut before the body is whole. */
  isAborted: boolean
  /** HTTP itself is broken, so that the server may hang up instead of answering. */
  isBrokenHttp: boolean
  /** A charge of JSON null, for which alone 500 is documented. */
  isNullCharge: boolean
}

const LONG = ['x'.repeat(101), 'x'.repeat(3_000), '%C3%A9'.repeat(600)]
const IDS =
  `%00 %2F %2e%2e%2f .. . %E0%A4%A % %25 %C3%A9 %F0%9F%92%A5 %EF%BF%BF %ED%A0%80 %3Cb%3E + ~
  a%20b __proto__ constructor hasOwnProperty null NaN 0 -1 1e9 [object%20Object]
  00000000-0000-0000-0000-000000000000 A120260101000000ABCDEFGHIJID`
    .split(/\s+/)
    .concat(LONG)
const TYPES = `application/json
application/x-www-form-urlencoded
text/plain
multipart/form-data; boundary=x
multipart/form-data
application/json; charset=utf-16
x`.split('\n')
const HEADERS = `Idempotency-Key: a
Idempotency-Key: ${'k'.repeat(47)}
Idempotency-Key: \u00e9\u0001x
X-Override-Notification: http://127.0.0.1:1/
X-Override-Notification: http://u:%E0@127.0.0.1:1/
X-Append-Notification: ,,,http://[
Host: [
Origin: null
Origin: http://evil.example
Authorization: Basic
Authorization: Basic ////
Authorization: Bearer x
Expect: 100-continue
Accept-Language: *;q=x
Accept: \u0000
Cookie: lang=%E0; =;;
If-None-Match: "
Content-Encoding: gzip
Range: bytes=9-1
X-HTTP-Method-Override: DELETE
X-Many: ${'y'.repeat(9_000)}`.split('\n')

/** One request that nobody should send, to any address of the sandbox. */
export function makeRequest(
  random: Random,
  orderIds: string[],
  authorization: string,
): FuzzRequest {
  const endpoint = random.pick(endpoints)
  const id = () => (random.chance(40) ? random.pick(orderIds) : random.pick(IDS))
  const method = random.chance(90)
    ? endpoint.method
    : random.pick(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])
  const valid = random.pick(endpoint.bodies ?? [{}])
  const isPlain = method === 'GET' || random.chance(2)
  const body = isPlain
    ? Buffer.alloc(0)
    : makeBody(random, fill(valid, id(), `fuzz-${random.below(2 ** 40)}`))
  const strange = random.chance(25) ? random.pick(HEADERS) : undefined
  const isChunked = !isPlain && random.chance(15)
  const lines = [
    `${method} ${endpoint.path.replaceAll('{id}', id)} HTTP/1.1`,
    ...(strange?.startsWith('Host') ? [] : ['Host: localhost']),
    ...(strange?.startsWith('Authorization') ? [] : [`Authorization: ${authorization}`]),
    `Content-Type: ${random.pick(TYPES)}`,
    isChunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${body.length}`,
    ...(strange ? [strange] : []),
  ]
  return {
    head: `${lines.join('\r\n')}\r\n\r\n`,
    body: isChunked ? inChunks(random, body) : body,
    isAborted: body.length > 0 && random.chance(2),
    isBrokenHttp: strange !== undefined,
    isNullCharge: endpoint.path === '/v2/charge' && body.toString().trim() === 'null',
  }
}

function fill(valid: object, id: string, fresh: string): object {
  const json = JSON.stringify(valid).replaceAll('{id}', id).replaceAll('{new}', fresh)
  return JSON.parse(json) as object
}

function inChunks(random: Random, body: Buffer): Buffer {
  const cut = random.below(body.length + 1)
  const chunks = [body.subarray(0, cut), body.subarray(cut)].filter(({ length }) => length > 0)
  return Buffer.concat([
    ...chunks.flatMap((chunk) => [Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, EOL]),
    Buffer.from('0\r\n\r\n'),
  ])
}

const EOL = Buffer.from('\r\n')
