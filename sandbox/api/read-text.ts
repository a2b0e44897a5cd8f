import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { bodyTooLarge } from './answers'
import { type Env, sendAnswer } from './reply'

const MAX_BODY_BYTES = 1024 * 1024

/**
 * The body of a request as text, straight from Node's stream: a third of a charge's time went into wrapping it
 * as a web stream. Throws an HTTPException with the gateway's 413 when it is over one mebibyte.
 */
export async function readText(c: Context<Env>): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of c.env.incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) throw tooLarge(c)
    chunks.push(chunk)
  }
  return (chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))?.toString('utf8') ?? ''
}

function tooLarge(c: Context<Env>): HTTPException {
  // The rest of the body is never read, so the connection cannot carry another request.
  c.header('Connection', 'close')
  return new HTTPException(413, { res: sendAnswer(c, bodyTooLarge()) })
}
