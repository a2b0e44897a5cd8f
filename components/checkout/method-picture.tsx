const drawings = {
  /** A phone with an app open. */
  gopay: (
    <>
      <rect x="14" y="3" width="20" height="42" rx="4" className="fill-card stroke-ink" />
      <rect x="18" y="10" width="12" height="9" rx="2.5" className="fill-accent stroke-none" />
      <path d="M18 25h12M18 30h8" className="stroke-ink-soft" />
      <circle cx="24" cy="39" r="2" className="fill-turmeric stroke-none" />
    </>
  ),
  /** A camera's frame round a pattern that no camera can read. */
  qris: (
    <>
      <path d="M5 14V7h7M36 7h7v7M43 34v7h-7M12 41H5v-7" className="stroke-ink" />
      <path
        d="m24 13 5 5-5 5-5-5zM24 25l5 5-5 5-5-5zM18 19l5 5-5 5-5-5zM30 19l5 5-5 5-5-5z"
        className="fill-accent stroke-card"
      />
    </>
  ),
}

export function MethodPicture({ method }: { method: keyof typeof drawings }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 48 48"
      className="size-12 shrink-0 fill-none stroke-2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {drawings[method]}
    </svg>
  )
}
