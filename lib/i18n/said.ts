import type { Locale } from './locales'

/**
 * A sentence about what was done, in each language in which it can be told: the shopper may choose another one
 * while it stands there.
 */
export type Said = Partial<Record<Locale, string>>
