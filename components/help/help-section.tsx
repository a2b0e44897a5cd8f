import type { ReactNode } from 'react'

type HelpSectionProps = { id: string; heading: string; children: ReactNode }

/** A part of the help page with an address of its own: the header must not cover where it leads. */
export function HelpSection({ id, heading, children }: HelpSectionProps) {
  return (
    <section id={id} className="mt-12 scroll-mt-4 sm:mt-14">
      <h2 className="mb-5 border-b border-line pb-3 text-heading">{heading}</h2>
      {children}
    </section>
  )
}
