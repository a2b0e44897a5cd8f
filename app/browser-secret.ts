import 'server-only'
import { cookies } from 'next/headers'
import { cookieName } from '@/app/cookies'

/**
 * The secret that proxy.ts gives each browser. Orders remember its digest: only the browser that
 * placed an order may cancel it or pay it again.
 */
export async function browserSecret(): Promise<string | undefined> {
  return (await cookies()).get(cookieName('tokoku-browser'))?.value
}
