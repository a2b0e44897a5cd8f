import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { merchantSchema } from '@/sandbox/control/schemas'
import { faultNames } from '@/sandbox/faults/fault'
import { readCommands, requestOf } from './support/curl'
import type { Receiver } from './support/receiver'
import { offerReceivers, runSandbox } from './support/setup'

const text = readFileSync(new URL('../../docs/sandbox.md', import.meta.url), 'utf8')
const blocks = [...text.matchAll(/^```sh\n(.*?)^```$/gms)].map((match) => match[1] ?? '')
const commands = readCommands(blocks.join('')).filter(({ words }) => words[0] === 'curl')

const sandbox = runSandbox()
const newReceiver = offerReceivers()
let receiver: Receiver

beforeAll(async () => {
  receiver = await newReceiver()
  // Orders that the text only names.
  for (const orderId of ['B-1', 'B-2', 'B-3', 'B-4']) await sandbox.client.charge(orderId)
})

/** A line with what is only there once the sandbox runs. */
async function fillIn(line: string): Promise<string> {
  const { client } = sandbox
  const { body: charged } = await client.charge(`for-${crypto.randomUUID()}`, {
    payment_type: 'qris',
  })
  const sent = JSON.parse((await client.get('/_sandbox/notifications')).text) as {
    id: number
    url: string | null
  }[]
  return line
    .replace('00020101…', String(charged.qr_string))
    .replace('/7/', `/${sent.find(({ url }) => url)?.id}/`)
    .replace(/http:\/\/localhost:(3000|9000)[\w/]*/g, receiver.url)
    .replace('localhost:4000', new URL(client.base).host)
}

describe('the documentation', () => {
  it('works line by line, from top to bottom', async () => {
    const wrong: unknown[] = []
    for (const { words, comment } of commands) {
      const { url, ...request } = requestOf(await Promise.all(words.map(fillIn)))
      const response = await fetch(url, request)
      const answer = await response.text()
      const isJson = response.headers.get('content-type') === 'application/json'
      const inBody = isJson ? Number(JSON.parse(answer).status_code ?? 0) : 0
      // The comment says when a line gets a code that looks like a failure.
      const told = Number(/\b4\d\d\b/.exec(comment)?.[0] ?? 0)
      const code = [response.status, inBody].find((each) => each >= 400) ?? 0
      if (code !== told) wrong.push({ line: words.join(' '), code, told, answer })
    }
    expect(wrong).toEqual([])
    expect(commands.length).toBeGreaterThan(30)
  })

  it('has a line for every control address', () => {
    for (const path of [
      'transactions',
      'transactions/A-1',
      'transactions/B-1/pay',
      'transactions/B-3/deny',
      'transactions/B-4/expire',
      'scan',
      'notifications',
      'notifications/7/resend',
      'notifications/test',
      'faults',
      'clock',
      'reset',
      'merchants',
    ]) {
      expect(text).toContain(`localhost:4000/_sandbox/${path}`)
    }
  })

  it.each(Object.entries(faultNames))('names every fault on %s, and the place', (on, names) => {
    for (const name of [on, ...names]) expect(text).toContain(`\`${name}\``)
  })

  it('names every setting of a merchant', () => {
    for (const name of Object.keys(merchantSchema.shape)) expect(text).toContain(name)
  })
})
