import type { ComponentProps } from 'react'
import { Icon } from '@/components/ui/icon'
import { PageLink } from '@/components/ui/page-link'

type NavLinkProps = ComponentProps<typeof PageLink> & {
  icon: ComponentProps<typeof Icon>['name']
}

/** A way through the shop: the word under its icon on a phone, beside it where there is room. */
export function NavLink({ icon, children, ...link }: NavLinkProps) {
  return (
    <PageLink
      {...link}
      className="relative flex min-h-11 min-w-14 flex-col items-center justify-center rounded-xl px-1.5 text-xs font-bold hover:bg-stone sm:flex-row sm:gap-2 sm:px-3 sm:text-base"
    >
      <Icon name={icon} />
      {children}
    </PageLink>
  )
}
