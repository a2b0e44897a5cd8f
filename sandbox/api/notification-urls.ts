const MAX_URLS = 3

/** Up to three comma-separated URLs of X-Append-Notification or X-Override-Notification. */
export function readNotificationUrls(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((url) => url.trim())
    .filter((url) => URL.canParse(url) && /^https?:/i.test(url) && url.length <= 2000)
    .slice(0, MAX_URLS)
}
