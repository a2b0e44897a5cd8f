import { type NextRequest, NextResponse } from 'next/server'
import { cookieName, cookieOptions } from '@/app/cookies'
import { env } from '@/lib/env'
import { contentSecurityPolicy } from '@/lib/security/content-security-policy'
import { isOwnOrigin } from '@/lib/security/own-origin'

// Midtrans posts its notifications without an Origin, and they must not be buffered: not here.
export const config = {
  matcher: ['/((?!api/|_next/static/|images/|motifs/|favicon.ico|icon.svg|apple-icon.png).*)'],
}

/** The limit of next.config.mjs, which Next itself would answer with 500. */
const FORM_LIMIT_BYTES = 16 * 1024
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Runs before every page: refuses foreign forms, gives each page its policy and each browser its cookie. */
export function proxy(request: NextRequest): NextResponse {
  if (!isDecodable(request.nextUrl.pathname)) {
    return new NextResponse('This address is not a valid one.\n', { status: 400 })
  }
  const headers = new Headers(request.headers)
  if (!SAFE_METHODS.has(request.method)) {
    const origin = headers.get('origin')
    if (!isOwnOrigin(origin, env().APP_URL)) {
      return new NextResponse('This request did not come from our own pages.\n', { status: 403 })
    }
    const length = headers.get('content-length')
    if (length === null) return new NextResponse('How long is this form?\n', { status: 411 })
    if (Number(length) > FORM_LIMIT_BYTES) {
      return new NextResponse('This form is longer than it can be. Go back and shorten it.\n', {
        status: 413,
      })
    }
    // Next compares Origin with this header when it is there, so a forged one must not count.
    headers.set('x-forwarded-host', new URL(origin).host)
  }

  const nonce = crypto.randomUUID()
  const policy = contentSecurityPolicy(nonce)
  // Next reads the nonce for its own scripts from the request's policy.
  headers.set('content-security-policy', policy)
  const browser = cookieName('tokoku-browser')
  const known = request.cookies.get(browser)?.value
  const secret = known && UUID.test(known) ? known : crypto.randomUUID()
  if (secret !== known) replaceCookie(headers, browser, secret)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.cookies.set(browser, secret, cookieOptions())
  return response
}

/** Next itself answers 500 for a broken escape such as `%F0%9F`. */
function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** Lets the very request that brings the cookie into being see it already. */
function replaceCookie(headers: Headers, name: string, value: string): void {
  const others = headers
    .get('cookie')
    ?.split('; ')
    .filter((cookie) => !cookie.startsWith(`${name}=`))
  headers.set('cookie', [...(others ?? []), `${name}=${value}`].join('; '))
}
