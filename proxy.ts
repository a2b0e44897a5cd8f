import { type NextRequest, NextResponse } from 'next/server'
import { cookieName, cookieOptions } from '@/app/cookies'
import { isKnownAddress, namesOrder } from '@/app/known-address'
import { tooManyPage } from '@/app/too-many'
import { env } from '@/lib/env'
import { chooseLocale } from '@/lib/i18n/choose-locale'
import { messages } from '@/lib/i18n/messages'
import { nameRequest } from '@/lib/request-id'
import { isActionBody } from '@/lib/security/action-body'
import { clientAddress } from '@/lib/security/client-address'
import { contentSecurityPolicy } from '@/lib/security/content-security-policy'
import { countOnce, secondsBlocked } from '@/lib/security/limits'
import { isOwnOrigin } from '@/lib/security/own-origin'
import { makeSecret, SECRET } from '@/lib/security/secret'

// Midtrans posts its notifications without an Origin, and they must not be buffered: not here.
export const config = {
  matcher: [
    '/((?!api/|_next/static/|images/|icons/|motifs/|favicon.ico|icon.svg|icon-paid.svg|apple-icon.png|robots.txt|sitemap.xml|manifest.webmanifest).*)',
  ],
}

/** The limit of next.config.mjs, which Next itself would answer with 500. */
const FORM_LIMIT_BYTES = 16 * 1024
/** No page has this address. */
const NOWHERE = '/nowhere'
/** The policy of an answer that is only text. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
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
    if (!(await isActionBody(request.clone()))) return refuse(request, 'origin', 400)
    // Next compares Origin with this header when it is there, so a forged one must not count.
    headers.set('x-forwarded-host', new URL(origin).host)
  }

  const wait = secondsToWait(request)
  if (wait > 0) return refuseTooMany(request, wait)
  const isKnown = await knows(request)
  if (!isKnown && namesOrder(request.nextUrl.pathname)) {
    const missWait = await countOnce('LIMIT_MISSED_LOOKUPS', addressOf(request))
    if (missWait > 0) return refuseTooMany(request, missWait)
  }

  headers.set('x-request-id', nameRequest(headers.get('x-request-id')))
  const nonce = makeSecret()
  const policy = contentSecurityPolicy(nonce)
  // Next reads the nonce for its own scripts from the request's policy.
  headers.set('content-security-policy', policy)
  const browser = cookieName('tokoku-browser')
  const known = request.cookies.get(browser)?.value
  const secret = known && SECRET.test(known) ? known : makeSecret()
  if (secret !== known) replaceCookie(headers, browser, secret)

  const response =
    !isKnown && wantsDocument(request)
      ? NextResponse.rewrite(new URL(NOWHERE, request.url), { request: { headers } })
      : NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  requireTls(response)
  response.cookies.set(browser, secret, cookieOptions())
  return response
}

function addressOf(request: NextRequest): string {
  return clientAddress(request.headers, env().TRUSTED_PROXIES)
}

/**
 * Refused before the database is asked: orders looked up by whoever has guessed too often, and the checkout's
 * form. Of a form that a script sends the action itself tells the shopper, who then keeps what was typed.
 */
function secondsToWait(request: NextRequest): number {
  const { pathname } = request.nextUrl
  if (namesOrder(pathname)) return secondsBlocked('LIMIT_MISSED_LOOKUPS', addressOf(request))
  const isForm = request.method === 'POST' && !request.headers.has('next-action')
  return isForm && pathname === '/checkout' ? secondsBlocked('LIMIT_ORDERS', addressOf(request)) : 0
}

/** Whether there is such a product or order. Who lists products asks for documents alone. */
async function knows(request: NextRequest): Promise<boolean> {
  const { pathname } = request.nextUrl
  if (!namesOrder(pathname) && !wantsDocument(request)) return true
  // While the database is away the page itself says so.
  return isKnownAddress(pathname).catch(() => true)
}

/**
 * Next leaves a `notFound()` of a page to the browser's script: without JavaScript there is an empty page.
 * The not-found page of an address that has no page at all it writes out, so that one is asked for instead.
 * Scripts ask for data and not for a document, and need no such help.
 */
function wantsDocument(request: NextRequest): boolean {
  const destination = request.headers.get('sec-fetch-dest') ?? 'document'
  return SAFE_METHODS.has(request.method) && destination === 'document'
}

function localeOf(request: NextRequest) {
  return chooseLocale({
    cookie: request.cookies.get(cookieName('tokoku-locale'))?.value,
    acceptLanguage: request.headers.get('accept-language'),
    fallback: env().DEFAULT_LOCALE,
  })
}

function refuseTooMany(request: NextRequest, seconds: number): NextResponse {
  const locale = localeOf(request)
  const nonce = makeSecret()
  const words = messages[locale].shop.tooMany
  const page = new NextResponse(tooManyPage(locale, words, { seconds, nonce, back: '/' }), {
    status: 429,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': contentSecurityPolicy(nonce),
      'Cache-Control': 'no-store',
      'Retry-After': String(seconds),
    },
  })
  return requireTls(page)
}

/** A sentence in plain text: without JavaScript a shopper may see it. */
function refuse(
  request: NextRequest,
  reason: 'address' | 'origin' | 'noLength' | 'tooLong',
  status: number,
): NextResponse {
  const locale = localeOf(request)
  const headers = { 'Cache-Control': 'no-store', 'Content-Security-Policy': NOTHING }
  const text = `${messages[locale].shop.refused[reason]}\n`
  return requireTls(new NextResponse(text, { status, headers }))
}

/** Browsers then never ask without encryption again. Only a shop that has it may say so. */
function requireTls(response: NextResponse): NextResponse {
  if (env().APP_URL.startsWith('https:')) {
    response.headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
  }
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
