/** @jsxImportSource hono/jsx */
import type { Context } from 'hono'
import { languages, readLanguage, readMessages } from './messages'

/** The same page in each language. */
export function LanguageSwitch({ c }: { c: Context }) {
  const current = readLanguage(c)
  const address = (code: string) => `?${new URLSearchParams({ ...c.req.query(), lang: code })}`
  return (
    <nav class="languages" aria-label={readMessages(c).switchLanguage}>
      {Object.entries(languages).map(([code, { language }]) => (
        <a
          key={code}
          href={address(code)}
          lang={code}
          hreflang={code}
          {...(code === current && { 'aria-current': 'true' })}
        >
          {language}
        </a>
      ))}
    </nav>
  )
}
