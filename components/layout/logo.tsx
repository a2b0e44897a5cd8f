/** The name of the shop with one kawung flower before it. */
export function Logo() {
  return (
    <span className="flex items-center gap-2.5 text-2xl font-extrabold tracking-tight">
      <svg aria-hidden="true" viewBox="0 0 32 32" className="size-8">
        <g className="fill-accent">
          <path d="M15 15C15 8 11 3 3 3c0 8 5 12 12 12Z" />
          <path d="M17 15c0-7 4-12 12-12 0 8-5 12-12 12Z" />
          <path d="M15 17C15 24 11 29 3 29c0-8 5-12 12-12Z" />
          <path d="M17 17c0 7 4 12 12 12 0-8-5-12-12-12Z" />
        </g>
        <path
          className="fill-turmeric"
          d="m16 0 3 4-3 4-3-4zM16 24l3 4-3 4-3-4zM0 16l4-3 4 3-4 3zM24 16l4-3 4 3-4 3z"
        />
      </svg>
      <span className="max-[22rem]:sr-only">Tokoku</span>
    </span>
  )
}
