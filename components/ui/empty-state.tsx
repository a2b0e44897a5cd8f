import type { ReactNode } from 'react'

type EmptyStateProps = {
  /** A drawing of public/images. */
  picture: 'closed-shutter' | 'empty-basket' | 'empty-shelf' | 'order-slips'
  title: ReactNode
  text: ReactNode
  /** The ways on. */
  children: ReactNode
}

/** A page, or the middle of one, that has nothing to show: what that means, and where to go. */
export function EmptyState({ picture, title, text, children }: EmptyStateProps) {
  return (
    <section className="mx-auto grid max-w-xl justify-items-center gap-5 py-8 text-center">
      {/* Next sends the not-found page along with every other one: eager, its picture would load there. */}
      <img
        src={`/images/${picture}.svg`}
        alt=""
        width={320}
        height={240}
        loading="lazy"
        className="h-auto w-64"
      />
      <h1 tabIndex={-1} className="rounded-sm text-title wrap-anywhere">
        {title}
      </h1>
      <p className="text-balance text-lead text-ink-soft">{text}</p>
      <div className="flex flex-wrap justify-center gap-3 wrap-anywhere">{children}</div>
    </section>
  )
}
