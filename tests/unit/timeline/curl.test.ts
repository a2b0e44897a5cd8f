import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { curlOf } from '@/lib/timeline/curl'

const call = {
  apiUrl: 'https://api.sandbox.midtrans.com',
  midtransOrderId: 'TKO-1-1',
  body: {},
  idempotencyKey: 'a-key',
  notificationUrl: 'https://shop.example/api/midtrans/notification',
}

/** What a shell makes of the line: the arguments that curl would get. */
function argumentsOf(line: string): string[] {
  const script = `curl() { for one in "$@"; do printf '%s\\0' "$one"; done; }\n${line}`
  const env = { ...process.env, MIDTRANS_SERVER_KEY: 'the-key' }
  return execFileSync('/bin/sh', ['-c', script], { env }).toString().split('\0').slice(0, -1)
}

test('a question and a cancellation carry no body', () => {
  expect(curlOf({ ...call, call: 'status' })).toBe(
    `curl -u "$MIDTRANS_SERVER_KEY:" 'https://api.sandbox.midtrans.com/v2/TKO-1-1/status'`,
  )
  expect(argumentsOf(curlOf({ ...call, call: 'cancel' }))).toEqual([
    '-u',
    'the-key:',
    '-X',
    'POST',
    'https://api.sandbox.midtrans.com/v2/TKO-1-1/cancel',
  ])
})

test('a charge carries its body and headers through a shell unharmed', () => {
  const body = { name: `Budi's "kopi" $HOME \`id\` \\n`, price: 44_000 }
  const line = curlOf({ ...call, call: 'charge', body })
  const args = argumentsOf(line)
  expect(JSON.parse(args.at(-1) ?? '')).toEqual(body)
  expect(args).toContain('Idempotency-Key: a-key')
  expect(args).toContain(`X-Override-Notification: ${call.notificationUrl}`)
  expect(line).not.toContain('\n')
})
