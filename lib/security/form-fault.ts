import { readCapped, SlowBodyError } from '@/lib/midtrans/read-capped'
import { isActionBody } from './action-body'

/** The limit of next.config.mjs, which Next itself would answer with 500. */
const LIMIT_BYTES = 16 * 1024
/** A form of ours is small and comes at once. */
const PATIENCE_MS = 4_000

export type FormFault = 'tooSlow' | 'tooLong' | 'notOurs'

/** What is wrong with a form before anything of it is done: undefined when an action may have it. Reads the body. */
export async function findFormFault(request: Request): Promise<FormFault | undefined> {
  if (Number(request.headers.get('content-length')) > LIMIT_BYTES) return 'tooLong'
  try {
    const body = await readCapped(request, LIMIT_BYTES, PATIENCE_MS)
    if (body === undefined) return 'tooLong'
    const { url, headers } = request
    return (await isActionBody(new Request(url, { method: 'POST', headers, body })))
      ? undefined
      : 'notOurs'
  } catch (error) {
    if (error instanceof SlowBodyError) return 'tooSlow'
    throw error
  }
}
