import { afterAll, beforeAll, expect } from 'vitest'
import { type SandboxProcess, startSandbox } from '../../kit/sandbox-process'
import { type Client, createClient } from './client'
import { type Receiver, startReceiver } from './receiver'

/** One sandbox for a test file, and a client for it that is ready once the tests run. */
export function runSandbox(): { readonly client: Client } {
  let sandbox: SandboxProcess
  const holder: { client: Client } = { client: createClient('http://not-started.invalid') }
  beforeAll(async () => {
    sandbox = await startSandbox()
    holder.client = createClient(sandbox.url)
  })
  afterAll(() => sandbox?.stop())
  return holder
}

/** A receiver of its own for each call, closed after the file. */
export function offerReceivers(): () => Promise<Receiver> {
  const open: Receiver[] = []
  afterAll(() => {
    for (const receiver of open) receiver.close()
  })
  return async () => {
    const receiver = await startReceiver()
    open.push(receiver)
    return receiver
  }
}

/** Looks until what `look` gives is as expected: for what the sandbox does in its own time. */
export function eventually<T>(look: () => T | Promise<T>) {
  return expect.poll(look, { timeout: 5_000, interval: 10 })
}
