import { describe, expect, it } from 'vitest'
import { runSandbox } from './support/setup'

const sandbox = runSandbox()

describe('the language of the pages', () => {
  const read = async (headers: Record<string, string>, query = '') => {
    const response = await fetch(`${sandbox.client.base}/v2/qris/index${query}`, { headers })
    return [response.headers.get('content-language'), response.headers.get('set-cookie')] as const
  }

  it.each([
    ['id-ID,id;q=0.9,en;q=0.8', 'id'],
    ['in', 'id'],
    ['en;q=0.4, id;q=0.7', 'id'],
    ['fr, id;q=0, en;q=0.1', 'en'],
    ['ja', 'en'],
    ['toString;q=x,,;', 'en'],
  ])('for a browser that asks for %s is %s', async (accepted, language) => {
    expect((await read({ 'Accept-Language': accepted }))[0]).toBe(language)
  })

  it('is kept once it was chosen', async () => {
    const [chosen, cookie] = await read({ 'Accept-Language': 'en' }, '?lang=id')
    expect([chosen, cookie]).toEqual(['id', expect.stringContaining('sandbox_language=id')])
    expect((await read({ Cookie: 'sandbox_language=id', 'Accept-Language': 'en' }))[0]).toBe('id')
    expect((await read({ Cookie: 'sandbox_language=xx' }))[0]).toBe('en')
  })
})
