import 'server-only'
import type { Locale } from '@/lib/i18n/locales'
import { contentSecurityPolicy } from '@/lib/security/content-security-policy'
import { makeSecret } from '@/lib/security/secret'

/** The shop's colours by hand (app/globals.css): its own style is a file with a changing name. */
const STYLE = `body{margin:0;min-height:100vh;display:flex;align-items:center;justify-content:center;padding:1.5rem;
box-sizing:border-box;font:1.125rem/1.6 system-ui,sans-serif;background:#f7f5ec;color:#20261f;text-align:center}
main{min-width:0;overflow-wrap:break-word}
img{display:block;width:16rem;max-width:100%;height:auto;margin:0 auto 1.25rem}h1{font-size:2rem;line-height:1.1;margin:0}
p{max-width:36rem;margin:1.25rem auto;color:#585d51}
a{display:inline-block;padding:.6rem 1.5rem;border-radius:.75rem;background:#14603f;color:#fffefa;
border:2px solid transparent;font-weight:700;text-decoration:none}
@media(prefers-color-scheme:dark){body{background:#161a16;color:#f0ece0}p{color:#b3b5a6}
a{background:#86cfa0;color:#0c2416}}`

/** Seconds. With JavaScript too: this page has no script that could ask. */
const LOOK_AGAIN = '<meta http-equiv="refresh" content="4">'

type PlainPage = {
  locale: Locale
  status: 429 | 503
  words: { heading: string; text: string; link: string }
  /** The way on. Empty: the address that was asked for, once more. */
  href: string
  /** Whether it loads itself again; never the answer to a form, which that would send again. */
  looksAgain?: boolean
  /** Seconds. */
  retryAfter: number
}

/** A page in words that asks nothing of the database, for when it must not be asked or cannot be. */
export function plainPage(page: PlainPage): Response {
  const { locale, status, words, href, looksAgain, retryAfter } = page
  const nonce = makeSecret()
  const html = `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8">${looksAgain ? LOOK_AGAIN : ''}
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark"><title>${words.heading} · Tokoku</title>
<style nonce="${nonce}">${STYLE}</style></head><body><main>
<img src="/images/closed-shutter.svg" alt="" width="320" height="240"><h1>${words.heading}</h1>
<p>${words.text}</p><a href="${href}">${words.link}</a></main></body></html>
`
  return new Response(html, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': contentSecurityPolicy(nonce),
      'Cache-Control': 'no-store',
      'Retry-After': String(retryAfter),
    },
  })
}
