import type { Metadata } from 'next'
import { WayOn } from '@/components/layout/way-on'
import { ButtonLink } from '@/components/ui/button'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <WayOn
      title="Nothing at this address"
      text="Please check the link, or have a look at what is on the shelves."
    >
      <ButtonLink href="/">See all products</ButtonLink>
    </WayOn>
  )
}
