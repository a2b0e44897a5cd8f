export type MidtransEnvironment = 'local' | 'sandbox' | 'production'

/** The API of each environment. The local one is the program in `sandbox/`. */
export const apiUrls: Record<MidtransEnvironment, string> = {
  local: 'http://localhost:4000',
  sandbox: 'https://api.sandbox.midtrans.com',
  production: 'https://api.midtrans.com',
}

/**
 * The names that the same hosts had before Midtrans was called so. Answers recorded until 2021 give image
 * addresses under them, and one account's still did in 2023 (github.com/Midtrans/midtrans-go, issue 28).
 */
const formerNames = new Map([
  ['https://api.sandbox.veritrans.co.id', apiUrls.sandbox],
  ['https://api.veritrans.co.id', apiUrls.production],
])

/**
 * What a deeplink may open (docs.midtrans.com, FAQ: GoPay redirection). The sandbox always sends its
 * web simulator, production the wallet's app or universal links.
 */
const deeplinkSources: Record<MidtransEnvironment, readonly string[]> = {
  local: [],
  sandbox: ['https://simulator.sandbox.midtrans.com'],
  production: [
    'gojek:',
    'gopay:',
    'https://gojek.link',
    'https://gopay.co.id',
    'https://*.gopay.co.id',
    'https://gojek.page.link',
    'https://gopayapp.page.link',
  ],
}

/**
 * Sources in the notation of Content-Security-Policy, from the allow-list and the configured API. Where that is
 * another host, as a proxy of one's own, the answers that it passes on still name Midtrans's.
 */
export type AllowedSources = { images: string[]; deeplinks: string[] }

export function allowedSources(environment: MidtransEnvironment, apiUrl: string): AllowedSources {
  const configured = new URL(apiUrl).origin
  return {
    images: [...new Set([configured, ...(environment === 'local' ? [] : [apiUrls[environment]])])],
    deeplinks: [...new Set([configured, ...deeplinkSources[environment]])],
  }
}

/**
 * The URL itself when one of `sources` covers it, otherwise undefined. Deeplinks and image addresses
 * come out of a remote body, so none reaches a page unchecked.
 */
export function allowUrl(url: string | undefined, sources: readonly string[]): string | undefined {
  // Printable ASCII without spaces, so that what was checked is what the browser opens.
  if (url === undefined || !/^[!-~]+$/.test(url) || !URL.canParse(url)) return undefined
  const { protocol, host, username, password } = new URL(url)
  if (username || password) return undefined
  const covered = sources.some((source) =>
    source.startsWith('https://*.')
      ? protocol === 'https:' && host.endsWith(source.slice('https://*'.length))
      : source === `${protocol}//${host}` || source === protocol,
  )
  return covered ? url : undefined
}

/** The same for a QR image, under the host's present name: pages allow images from no other. */
export function allowImageUrl(
  url: string | undefined,
  sources: readonly string[],
): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const former = new URL(url).origin
  const present = formerNames.get(former)
  const renamed = present && url.startsWith(`${former}/`) ? present + url.slice(former.length) : url
  return allowUrl(renamed, sources)
}
