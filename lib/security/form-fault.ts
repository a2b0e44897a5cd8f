import { readCapped } from '@/lib/midtrans/read-capped'
import { isActionBody } from './action-body'

/** The limit of next.config.mjs, which Next itself would answer with 500. */
const LIMIT_BYTES = 16 * 1024

export type FormFault = 'tooLong' | 'notOurs'

/** What is wrong with a form before anything of it is done: undefined when an action may have it. Reads the body. */
export async function findFormFault(request: Request): Promise<FormFault | undefined> {
  if (Number(request.headers.get('content-length')) > LIMIT_BYTES) return 'tooLong'
  const body = await readCapped(request, LIMIT_BYTES)
  if (body === undefined) return 'tooLong'
  // Next sends what came to another page than its own on by itself. Of several cookies it passes only the last
  // back, and a cart would be lost without a word.
  if (request.headers.has('x-action-forwarded')) return 'notOurs'
  const { url, headers } = request
  const isOurs = await isActionBody(new Request(url, { method: 'POST', headers, body }))
  return isOurs ? undefined : 'notOurs'
}
