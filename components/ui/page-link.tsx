import Link from 'next/link'
import type { ComponentProps } from 'react'

/**
 * A link to another page of the shop, without prefetching: every page is rendered for its request
 * and has no loading state, so a prefetch would ask the server once per link and bring nothing.
 */
export function PageLink(props: Omit<ComponentProps<typeof Link>, 'prefetch'>) {
  return <Link {...props} prefetch={false} />
}
