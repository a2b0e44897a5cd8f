import { type NextRequest, NextResponse } from 'next/server'
import { cookieName, cookieOptions } from '@/app/cookies'
import { isKnownAddress } from '@/app/known-address'
import { env } from '@/lib/env'
import { chooseLocale } from '@/lib/i18n/choose-locale'
import { messages } from '@/lib/i18n/messages'
import { nameRequest } from '@/lib/request-id'
import { contentSecurityPolicy } from '@/lib/security/content-security-policy'
import { isOwnOrigin } from '@/lib/security/own-origin'

// Midtrans posts its notifications without an Origin, and they must not be buffered: not here.
export const config = {
  matcher: [
    '/((?!api/|_next/static/|images/|icons/|motifs/|favicon.ico|icon.svg|icon-paid.svg|apple-icon.png|robots.txt|sitemap.xml|manifest.webmanifest).*)',
  ],
}

/** The limit of next.config.mjs, which Next itself would answer with 500. */
const FORM_LIMIT_BYTES = 16 * 1024
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** No page has this address. */
const NOWHERE = '/nowhere'
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Runs before every page: refuses foreign forms, gives each page its policy and each browser its cookie. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (!isDecodable(request.nextUrl.pathname)) {
    return refuse(request, 'address', 400)
  }
  const headers = new Headers(request.headers)
  if (!SAFE_METHODS.has(request.method)) {
    const origin = headers.get('origin')
    if (!isOwnOrigin(origin, env().APP_URL)) {
      return refuse(request, 'origin', 403)
    }
    const length = headers.get('content-length')
    if (length === null) return refuse(request, 'noLength', 411)
    if (Number(length) > FORM_LIMIT_BYTES) return refuse(request, 'tooLong', 413)
    // Next compares Origin with this header when it is there, so a forged one must not count.
    headers.set('x-forwarded-host', new URL(origin).host)
  }

  headers.set('x-request-id', nameRequest(headers.get('x-request-id')))
  const nonce = crypto.randomUUID()
  const policy = contentSecurityPolicy(nonce)
  // Next reads the nonce for its own scripts from the request's policy.
  headers.set('content-security-policy', policy)
  const browser = cookieName('tokoku-browser')
  const known = request.cookies.get(browser)?.value
  const secret = known && UUID.test(known) ? known : crypto.randomUUID()
  if (secret !== known) replaceCookie(headers, browser, secret)

  const response = (await isNowhere(request))
    ? NextResponse.rewrite(new URL(NOWHERE, request.url), { request: { headers } })
    : NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.cookies.set(browser, secret, cookieOptions())
  return response
}

/**
 * Next leaves a `notFound()` of a page to the browser's script: without JavaScript there is an empty page.
 * The not-found page of an address that has no page at all it writes out, so that one is asked for instead.
 * Scripts ask for data and not for a document, and need no such help.
 */
async function isNowhere(request: NextRequest): Promise<boolean> {
  const asksForDocument = (request.headers.get('sec-fetch-dest') ?? 'document') === 'document'
  if (!SAFE_METHODS.has(request.method) || !asksForDocument) return false
  // While the database is away the page itself says so.
  return !(await isKnownAddress(request.nextUrl.pathname).catch(() => true))
}

/** A sentence in plain text: without JavaScript a shopper may see it. */
function refuse(
  request: NextRequest,
  reason: 'address' | 'origin' | 'noLength' | 'tooLong',
  status: number,
): NextResponse {
  const locale = chooseLocale({
    cookie: request.cookies.get(cookieName('tokoku-locale'))?.value,
    acceptLanguage: request.headers.get('accept-language'),
    fallback: env().DEFAULT_LOCALE,
  })
  return new NextResponse(`${messages[locale].shop.refused[reason]}\n`, { status })
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
