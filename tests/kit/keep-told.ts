import { isShop } from './shop-urls'
import { tell } from './told'

// Runs before each test file: what lib/ logs in this process, and what the processes of the shop answer to
// `fetch`, is kept until the run is over. The log lines do not come between the lines of the tests.

const write = process.stdout.write.bind(process.stdout)
process.stdout.write = (chunk: string | Uint8Array, ...rest: never[]) => {
  const text = String(chunk)
  if (!text.startsWith('{"at":')) return write(chunk, ...rest)
  tell('log', text)
  return true
}

const ask = globalThis.fetch
globalThis.fetch = async (input, init) => {
  const response = await ask(input, init)
  const url = new URL(input instanceof Request ? input.url : input)
  const type = response.headers.get('content-type') ?? ''
  if (isShop(url) && /text|json|xml/.test(type) && !type.includes('event-stream')) {
    const kind = url.pathname === '/checkout' ? 'form' : 'page'
    // Whoever asked may give the answer up.
    response
      .clone()
      .text()
      .then(
        (text) => tell(kind, text),
        () => {},
      )
  }
  return response
}
