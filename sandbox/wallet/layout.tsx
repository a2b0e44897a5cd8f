/** @jsxImportSource hono/jsx */
import type { Context } from 'hono'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'

// Pages load nothing from elsewhere. There is no form-action: browsers would apply it to the redirect that
// takes the shopper back to the shop.
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"

/** Answers with a whole page. */
export function renderPage(c: Context, title: string, body: Child, status: 200 | 404 | 409 = 200) {
  c.header('Cache-Control', 'no-store')
  c.header('Content-Security-Policy', POLICY)
  return c.html(
    <>
      {raw('<!doctype html>')}
      <Layout title={title}>{body}</Layout>
    </>,
    status,
  )
}

function Layout({ title, children }: { title: string; children: Child }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/_sandbox/assets/sandbox.css" />
        <script src="/_sandbox/assets/sandbox.js" defer />
      </head>
      <body>{children}</body>
    </html>
  )
}
