import { afterEach, expect, test } from 'vitest'
import { fetchQrImage } from '@/lib/midtrans/qr-image'
import { readFixture } from '../../kit/fixtures'
import { type HttpServer, serveHttp } from '../../kit/http-server'

const PNG = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from('the rest'),
])
const PATH = '/v2/gopay/231c79c5-e39e-4993-86da-cadcaee56c1d/qr-code'

let server: HttpServer | undefined
afterEach(() => server?.close())

const sendPng = async () => {
  server = await serveHttp((_, response) => void response.end(PNG))
  return server.url
}

test.each([
  PATH,
  '/v2/qris/1015a919-b03f-450a-bc85-b38202a79a96/qr-code',
  '/v2/qris/shopeepay/sppq_1015a919/qr-code',
  '/v4/qris/A120240830074017NP16XMU4JTID/qr-code',
  '//v4/qris/gopay/A120240830074017NP16XMU4JTID/qr-code',
])('the image at %s is fetched without the server key', async (path) => {
  const image = await fetchQrImage((await sendPng()) + path)
  expect(image && Buffer.from(image).equals(PNG)).toBe(true)
  expect(server?.requests[0]?.headers).not.toHaveProperty('authorization')
})

test.each([
  '/',
  '/v2/charge',
  '/v2/gopay/1/status',
  '/v2/gopay/../../admin/qr-code',
  '/v2/gopay/1/qr-code/../status',
  '/v2/gopay/%2e%2e/%2e%2e/secret',
  '/v3/gopay/1/qr-code',
  '/x/v2/gopay/1/qr-code',
])('nothing is fetched from %s', async (path) => {
  expect(await fetchQrImage((await sendPng()) + path)).toBeUndefined()
  expect(server?.requests).toHaveLength(0)
})

test('a redirect is not followed', async () => {
  const elsewhere = await sendPng()
  const first = await serveHttp((_, response) => {
    response.writeHead(302, { Location: elsewhere + PATH }).end()
  })
  expect(await fetchQrImage(first.url + PATH)).toBeUndefined()
  await first.close()
  expect(server?.requests).toHaveLength(0)
})

test.each([
  ['JSON instead of an image', 200, JSON.stringify(readFixture('errors', '503-qr-code-2023-real'))],
  ['an image at an error status', 503, PNG],
  ['SVG', 200, '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['nothing', 200, ''],
  ['the first seven bytes of an image', 200, PNG.subarray(0, 7)],
  ['more than any QR code needs', 200, Buffer.concat([PNG, Buffer.alloc(600 * 1024)])],
])('%s is no image', async (_, status, body) => {
  server = await serveHttp((_, response) => void response.writeHead(status).end(body))
  expect(await fetchQrImage(server.url + PATH)).toBeUndefined()
})

test('a broken connection is no image', async () => {
  server = await serveHttp((_, response) => void response.socket?.destroy())
  expect(await fetchQrImage(server.url + PATH)).toBeUndefined()
})
