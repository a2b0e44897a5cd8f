const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * Writes an ISO 8601 time for a shopper in western Indonesia: `22 Nov 2025, 15:42 WIB`. WIB is
 * UTC+7 all year round, which is also the zone of every time that Midtrans sends without one
 * (docs.midtrans.com, "transaction_time"). Returns an empty text for what is not a time.
 */
export function formatJakartaTime(iso: string): string {
  const instant = Date.parse(iso)
  if (Number.isNaN(instant)) return ''
  const jakarta = new Date(instant + 7 * 60 * 60 * 1000)
  const clock = jakarta.toISOString().slice(11, 16)
  return `${jakarta.getUTCDate()} ${months[jakarta.getUTCMonth()]} ${jakarta.getUTCFullYear()}, ${clock} WIB`
}
