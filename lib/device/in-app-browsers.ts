/**
 * Browsers inside other apps, by what their User-Agent says. Few of them hand a link over to a wallet,
 * and none of them after a redirect. The first row that fits counts.
 */
const inAppBrowsers: [app: string, says: RegExp][] = [
  ['GoPay', /\bgopay\b/i],
  ['Gojek', /\bgojek\b/i],
  ['Instagram', /\bInstagram\b/],
  ['Facebook', /\bFB(?:AN|AV|_IAB)\b/],
  ['LINE', /\bLine\/\d/i],
  ['TikTok', /musical_ly|BytedanceWebview|TikTok/i],
  // Any other app: Android's WebView says so. On an iPhone or iPad every real browser says Safari; an
  // app's view does not, and neither does a page opened from the home screen, where links to apps need
  // a tap just the same.
  ['', /; wv\)/],
  ['', /^(?!.*Safari\/).*\bMobile\/\w+/],
]

/**
 * The app in whose own browser the page is open: an empty text when it does not tell its name,
 * undefined in a browser that stands by itself.
 */
export function findInAppBrowser(userAgent: string): string | undefined {
  return inAppBrowsers.find(([, says]) => says.test(userAgent))?.[0]
}
