const SECONDS = 4

/** Loads a page again while it waits for a payment, for browsers without JavaScript. */
export function SelfRefresh() {
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(SECONDS)} />
    </noscript>
  )
}
