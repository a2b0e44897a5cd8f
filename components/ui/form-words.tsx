'use client'

import { createContext, type ReactNode, use } from 'react'
import type { Trouble } from '@/components/ui/shop-action'
import type { Locale } from '@/lib/i18n/locales'

/** What a form says by itself when the shop does not, and the language in which the page is. */
type FormWords = Record<Trouble, string> & { locale: Locale }

const FormWordsContext = createContext<FormWords>({ locale: 'en', unanswered: '', outOfDate: '' })

/** Around all forms: each is made in the browser, where no translator is. */
export function FormWordsProvider({ words, children }: { words: FormWords; children: ReactNode }) {
  return <FormWordsContext value={words}>{children}</FormWordsContext>
}

export function useFormWords(): FormWords {
  return use(FormWordsContext)
}
