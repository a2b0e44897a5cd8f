import { type NextRequest, NextResponse } from 'next/server'
import { cookieName, cookieOptions } from '@/app/cookies'
import { isKnownAddress, namesOrder } from '@/app/known-address'
import { PLAIN_FORM } from '@/app/plain-form'
import { plainPage } from '@/app/plain-page'
import { env } from '@/lib/env'
import { chooseLocale } from '@/lib/i18n/choose-locale'
import { messages } from '@/lib/i18n/messages'
import { describeError, log } from '@/lib/log'
import { inRequest, nameRequest } from '@/lib/request-id'
import { clientAddress } from '@/lib/security/client-address'
import { contentSecurityPolicy } from '@/lib/security/content-security-policy'
import { findFormFault } from '@/lib/security/form-fault'
import { countOnce, secondsBlocked } from '@/lib/security/limits'
import { isOwnOrigin } from '@/lib/security/own-origin'
import { makeSecret, SECRET } from '@/lib/security/secret'

// Midtrans posts its notifications without an Origin, and they must not be buffered: not here. The folders
// that are left out answer for what they do not have themselves (app/nothing-here.ts).
export const config = {
  matcher: [
    '/((?!api/|_next/static/|images/|icons/|motifs/|(?:favicon\\.ico|icon\\.svg|icon-paid\\.svg|apple-icon\\.png|robots\\.txt|sitemap\\.xml|manifest\\.webmanifest)$).*)',
  ],
}

/** By this header next.config.mjs shows the not-found page. */
const UNKNOWN = 'x-tokoku-unknown'
/** Next's page for when nothing else can be shown. Whoever asks for it by name would get a 500. */
const LAST_RESORT = '/_global-error'
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Runs before every page: refuses foreign forms, gives each page its policy and each browser its cookie. */
export function proxy(request: NextRequest): Promise<Response> {
  const requestId = nameRequest(request.headers.get('x-request-id'))
  return inRequest(requestId, () => answer(request, requestId))
}

async function answer(request: NextRequest, requestId: string): Promise<Response> {
  if (!isDecodable(request.nextUrl.pathname)) {
    return refuse(request, 'address')
  }
  const headers = new Headers(request.headers)
  if (!SAFE_METHODS.has(request.method)) {
    const origin = headers.get('origin')
    if (!isOwnOrigin(origin, env().APP_URL)) {
      return refuse(request, 'origin')
    }
    const fault = await findFormFault(request)
    if (fault) return refuse(request, fault)
    // Next compares Origin with this header when it is there, so a forged one must not count.
    headers.set('x-forwarded-host', new URL(origin).host)
  }

  const wait = secondsToWait(request)
  if (wait > 0) return refuseTooMany(request, wait)
  const found = await lookUp(request)
  if (found === 'database_away' && (wantsDocument(request) || isPlainForm(request))) {
    return sayClosed(request)
  }
  const isKnown = found !== 'nothing'
  // Only what is not there: thousands of phones share one address of a mobile network, and none of them loses
  // an order by what another has guessed. Nobody comes to guess one of 2^130.
  if (!isKnown && namesOrder(request.nextUrl.pathname)) {
    const missWait = await countOnce('LIMIT_MISSED_LOOKUPS', addressOf(request))
    if (missWait > 0) return refuseTooMany(request, missWait)
  }

  headers.set('x-request-id', requestId)
  headers.delete(PLAIN_FORM)
  // Next has sent on before what a browser would take for the name of another host, such as two slashes.
  const { pathname, search } = request.nextUrl
  if (isPlainForm(request)) headers.set(PLAIN_FORM, pathname + search)
  const nonce = makeSecret()
  const policy = contentSecurityPolicy(nonce)
  // Next reads the nonce for its own scripts from the request's policy.
  headers.set('content-security-policy', policy)
  const browser = cookieName('tokoku-browser')
  const known = request.cookies.get(browser)?.value
  const secret = known && SECRET.test(known) ? known : makeSecret()
  if (secret !== known) replaceCookie(headers, browser, secret)

  headers.delete(UNKNOWN)
  const isLastResort = request.nextUrl.pathname.startsWith(LAST_RESORT)
  if (!isKnown && (wantsDocument(request) || isLastResort)) headers.set(UNKNOWN, '1')
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  // A cookie with the answer to a form makes Next render the whole page into it.
  if (secret !== known || SAFE_METHODS.has(request.method)) {
    response.cookies.set(browser, secret, cookieOptions())
  }
  return response
}

function addressOf(request: NextRequest): string {
  return clientAddress(request.headers, env().TRUSTED_PROXIES)
}

/** The action counts; of a form that a script sends it also tells the shopper, who then keeps what was typed. */
function secondsToWait(request: NextRequest): number {
  const isCheckout = isPlainForm(request) && request.nextUrl.pathname === '/checkout'
  return isCheckout ? secondsBlocked('LIMIT_ORDERS', addressOf(request)) : 0
}

type Found = 'something' | 'nothing' | 'database_away'

/** Whether there is such a product or order. Who lists products asks for documents alone. */
async function lookUp(request: NextRequest): Promise<Found> {
  const { pathname } = request.nextUrl
  if (pathname.startsWith(LAST_RESORT)) return 'nothing'
  if (!namesOrder(pathname) && !wantsDocument(request) && !isPlainForm(request)) return 'something'
  return isKnownAddress(pathname).then(
    (isKnown) => (isKnown ? 'something' : 'nothing'),
    (error: unknown) => {
      log('error', 'database.away', { error: describeError(error) })
      return 'database_away'
    },
  )
}

/**
 * In place of a page that needs the database: Next would leave the words to the browser's script, and without
 * JavaScript there would be none. Of a form nothing has been done, and to load its answer again sends it again.
 */
function sayClosed(request: NextRequest): Response {
  const locale = localeOf(request)
  const { away, error } = messages[locale].shop
  const isForm = isPlainForm(request)
  const text = isForm ? away.form : away.text
  const words = { heading: away.heading, text, link: error.again }
  return plainPage({ locale, status: 503, words, href: '', looksAgain: !isForm, retryAfter: 5 })
}

/** A form that the browser itself sends, without a script of ours. */
function isPlainForm(request: NextRequest): boolean {
  return request.method === 'POST' && !request.headers.has('next-action')
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

function refuseTooMany(request: NextRequest, seconds: number): Response {
  const locale = localeOf(request)
  const { heading, text, back } = messages[locale].shop.tooMany
  const words = { heading, text: text.replace('{seconds}', String(seconds)), link: back }
  return plainPage({ locale, status: 429, words, href: '/', retryAfter: seconds })
}

const REFUSALS = { address: 400, origin: 403, notOurs: 400, tooLong: 413 } as const

/** A sentence in plain text: without JavaScript a shopper may see it. */
function refuse(request: NextRequest, reason: keyof typeof REFUSALS): NextResponse {
  const status = REFUSALS[reason]
  log('warn', 'request.refused', { reason, status, who: addressOf(request) })
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  // The rest of such a body is not wanted.
  if (reason === 'tooLong') headers.set('Connection', 'close')
  const words = messages[localeOf(request)].shop.refused
  return new NextResponse(`${words[reason]}\n`, { status, headers })
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
