import 'server-only'
import { headers } from 'next/headers'
import { inRequest, nameRequest } from '@/lib/request-id'

/** Does the work of an action or a page in the name of its request, which proxy.ts has given it. */
export async function inThisRequest<T>(work: () => Promise<T>): Promise<T> {
  return inRequest(nameRequest((await headers()).get('x-request-id')), work)
}
