import type { ReactNode } from 'react'

type WayOnProps = { title: string; text: string; children: ReactNode }

/** A page that could not be shown, and the ways on from it. */
export function WayOn({ title, text, children }: WayOnProps) {
  return (
    <section className="mx-auto grid max-w-xl justify-items-center gap-5 py-10 text-center">
      {/* Next sends the not-found page along with every other one: eager, this would be loaded there. */}
      <img
        src="/images/closed-shutter.svg"
        alt=""
        width={320}
        height={240}
        loading="lazy"
        className="h-auto w-64"
      />
      <h1 className="text-4xl">{title}</h1>
      <p className="text-lg text-ink-soft">{text}</p>
      <div className="flex flex-wrap justify-center gap-3">{children}</div>
    </section>
  )
}
