/** @jsxImportSource hono/jsx */
import type { Context } from 'hono'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { type Language, readLanguage } from './messages'

// Pages load nothing from elsewhere. There is no form-action: browsers would apply it to the redirect that
// takes the shopper back to the shop.
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"

/** Answers with a whole page. */
export function renderPage(c: Context, title: string, body: Child, status: 200 | 404 = 200) {
  const language = readLanguage(c)
  c.header('Cache-Control', 'no-store')
  c.header('Content-Language', language)
  c.header('Content-Security-Policy', POLICY)
  c.header('Permissions-Policy', 'camera=(self), microphone=(), geolocation=()')
  c.header('Referrer-Policy', 'same-origin')
  c.header('X-Content-Type-Options', 'nosniff')
  return c.html(
    <>
      {raw('<!doctype html>')}
      <Page title={title} language={language}>
        {body}
      </Page>
    </>,
    status,
  )
}

const STYLES = ['base', 'phone', 'scan', 'pay', 'desk', 'rows']

type Props = { title: string; language: Language; children: Child }

function Page({ title, language, children }: Props) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        {STYLES.map((name) => (
          <link key={name} rel="stylesheet" href={`/_sandbox/assets/${name}.css`} />
        ))}
        <script type="module" src="/_sandbox/assets/main.js" />
      </head>
      <body>{children}</body>
    </html>
  )
}
