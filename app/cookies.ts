import 'server-only'
import { env } from '@/lib/env'

type CookieBase = 'tokoku-cart' | 'tokoku-checkout' | 'tokoku-browser' | 'tokoku-locale'

const THIRTY_DAYS = 30 * 24 * 60 * 60

function overHttps(): boolean {
  return env().APP_URL.startsWith('https:')
}

/**
 * The name of one of our cookies. Browsers hold `__Host-` to Secure, Path=/ and no Domain, so no
 * other site of the same domain can set it; without https they would refuse it altogether.
 */
export function cookieName(base: CookieBase): string {
  return overHttps() ? `__Host-${base}` : base
}

/** No script of the page reads it; it comes along when the shopper returns from the wallet. */
export function cookieOptions() {
  return {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: overHttps(),
    maxAge: THIRTY_DAYS,
  } as const
}
