'use server'

import { cookies } from 'next/headers'
import { cookieName, cookieOptions } from '@/app/cookies'
import { leadPlainFormBack } from '@/app/plain-form'
import { isLocale } from '@/lib/i18n/locales'
import { sentForm } from '@/lib/security/sent-form'

const ONE_YEAR = 365 * 24 * 60 * 60

/** Next then renders the page whose form it was again: the shopper stays where they are. */
export async function chooseLanguage(form: FormData): Promise<void> {
  const locale = sentForm(form).get('locale')
  if (!isLocale(locale)) return
  const jar = await cookies()
  jar.set(cookieName('tokoku-locale'), locale, { ...cookieOptions(), maxAge: ONE_YEAR })
  await leadPlainFormBack()
}
