import { en } from '@/messages/en'
import { id } from '@/messages/id'
import type { Translated } from '@/messages/translated'
import type { Locale } from './locales'

/** Every sentence of the shop in every language. English is the measure of what there has to be. */
export const messages: Record<Locale, Translated<typeof en>> = { en, id }
