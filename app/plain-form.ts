import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'

/** Where proxy.ts names the address to which a browser itself, without a script of ours, has sent a form. */
export const PLAIN_FORM = 'x-tokoku-plain-form'

/**
 * At the end of an action that has done its work: leads a form that the browser itself has sent to its page
 * (303), so that back and reload ask for a page and do not send the form again. With `query` in place of the
 * address's own. A form that a script has sent stays where it is.
 */
export async function leadPlainFormBack(query?: string): Promise<void> {
  const address = (await headers()).get(PLAIN_FORM)
  if (address) redirect(query ? `${address.split('?')[0]}?${query}` : address)
}
