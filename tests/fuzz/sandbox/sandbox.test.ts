import { describe, expect, it } from 'vitest'
import { basic, newOrderId, SERVER_KEY } from '../../contract/support/client'
import { runSandbox } from '../../contract/support/setup'
import { createConnection } from '../connection'
import { createRandom } from '../random'
import { readWish } from '../wish'
import { makeRequest } from './requests'

const sandbox = runSandbox()

const { count, seed, only } = readWish(process.env, 10_000)
const AT_ONCE = 32
const TRACE = /\n\s+at .+:\d+:\d+|node_modules|(Type|Range|Reference|Syntax)Error/

describe('what nobody should send', () => {
  it(`gets an answer and never a stack trace, ${count} times`, async () => {
    console.log(`npm run fuzz -- sandbox --seed=${seed} sends the same again`)
    const orderIds = Array.from({ length: 5 }, newOrderId)
    for (const orderId of orderIds) await sandbox.client.charge(orderId)
    const port = Number(new URL(sandbox.client.base).port)
    const wrongs: unknown[] = []
    let next = only ?? 0
    const end = only === undefined ? count : only + 1

    async function work(): Promise<void> {
      const connection = createConnection(port)
      while (next < end) {
        const number = next++
        const request = makeRequest(createRandom(seed + number), orderIds, basic(SERVER_KEY))
        const answer = await connection.send(request).catch((error: Error) => error.message)
        const wrong = findWrong(request, answer)
        if (wrong)
          wrongs.push({
            number,
            wrong,
            head: request.head,
            body: String(request.body).slice(0, 200),
            answer,
          })
      }
      connection.close()
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    expect(wrongs.slice(0, 3)).toEqual([])
  }, 300_000)

  it('leaves a sandbox that charges, and shows all it has', async () => {
    const { body } = await sandbox.client.charge(newOrderId())
    expect(body.status_code).toBe('201')
    for (const path of ['', '/transactions', '/notifications', '/faults', '/merchants', '/clock']) {
      expect([path, (await sandbox.client.get(`/_sandbox${path}`)).http]).toEqual([path, 200])
    }
  })
})

type Sent = ReturnType<typeof makeRequest>
type Got = Awaited<ReturnType<ReturnType<typeof createConnection>['send']>> | string

function findWrong(request: Sent, answer: Got): string | undefined {
  if (request.isAborted) return undefined
  if (answer === 'no answer') return request.isBrokenHttp ? undefined : 'hung up'
  if (typeof answer === 'string') return answer
  if (TRACE.test(answer.body)) return 'a stack trace'
  return answer.status === 500 && !request.isNullCharge ? 'a 500' : undefined
}
