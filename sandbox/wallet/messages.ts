import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { english, type Messages } from './english'
import { indonesian } from './indonesian'

export const languages = { en: english, id: indonesian } satisfies Record<string, Messages>
export type Language = keyof typeof languages

const COOKIE = 'sandbox_language'

/** The language of a page: the one just chosen with ?lang=, else the one chosen before, else the browser's. */
export function readLanguage(c: Context): Language {
  const chosen = c.req.query('lang')
  if (isLanguage(chosen)) {
    setCookie(c, COOKIE, chosen, { path: '/', sameSite: 'Lax', httpOnly: true })
    return chosen
  }
  const kept = getCookie(c, COOKIE)
  return isLanguage(kept) ? kept : firstAccepted(c.req.header('accept-language') ?? '')
}

export function readMessages(c: Context): Messages {
  return languages[readLanguage(c)]
}

function isLanguage(text: string | undefined): text is Language {
  return text !== undefined && Object.hasOwn(languages, text)
}

/** The language with the highest weight that there is; English when there is none. `in` is the old code of `id`. */
function firstAccepted(header: string): Language {
  const wishes = header.split(',').map((wish) => {
    const [tag = '', weight] = wish
      .trim()
      .toLowerCase()
      .split(/\s*;\s*q=/)
    const [language = ''] = tag.split('-')
    return { language: language === 'in' ? 'id' : language, weight: Number(weight ?? 1) || 0 }
  })
  const [first] = wishes
    .filter(({ language, weight }) => isLanguage(language) && weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return isLanguage(first?.language) ? first.language : 'en'
}
