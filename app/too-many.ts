import 'server-only'

/** Plain CSS by hand: this page must cost nothing, and the shop's own style is a file with a changing name. */
const STYLE = `body{margin:0;min-height:100vh;display:grid;place-content:center;padding:1.5rem;
font:1.125rem/1.6 system-ui,sans-serif;background:#fbf7ef;color:#2b2118;text-align:center}
h1{font-size:1.75rem;margin:0}p{max-width:34rem;margin:1rem auto}a{color:inherit;font-weight:700}
@media(prefers-color-scheme:dark){body{background:#1d1712;color:#f3ebdd}}`

type TooManyWords = { heading: string; text: string; back: string }

/** The page for whoever did something too often, in words, with nothing asked of the database. */
export function tooManyPage(
  lang: string,
  words: TooManyWords,
  { seconds, nonce, back }: { seconds: number; nonce: string; back: string },
): string {
  const text = words.text.replace('{seconds}', String(seconds))
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${words.heading} · Tokoku</title><style nonce="${nonce}">${STYLE}</style></head>
<body><main><h1>${words.heading}</h1><p>${text}</p><p><a href="${back}">${words.back}</a></p></main></body></html>
`
}
