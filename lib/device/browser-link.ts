import type { Device } from './classify-device'

/**
 * A link that leaves an app's own browser for the phone's real one. LINE reads a parameter
 * (developers.line.biz, "Opening a URL in an external browser"), Android an intent
 * (developer.chrome.com, "Android Intents with Chrome"), iOS a scheme of Safari's. Where none of them
 * works the link does nothing, and the menu of the app is left.
 */
export function browserLink(address: string, { inApp, system }: Device): string {
  const url = new URL(address)
  if (inApp === 'LINE') {
    url.searchParams.set('openExternalBrowser', '1')
    return url.href
  }
  if (system === 'ios') return `x-safari-${url.href}`
  if (system !== 'android') return url.href
  const scheme = url.protocol.slice(0, -1)
  return `intent://${url.host}${url.pathname}${url.search}#Intent;scheme=${scheme};action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;end`
}
