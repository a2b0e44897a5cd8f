/** The shelves of the shop, in the order of the room. Their names are in `messages`. */
export const categories = ['drinks', 'snacks', 'kitchen', 'batik'] as const

export type Category = (typeof categories)[number]

export function isCategory(value: unknown): value is Category {
  return categories.some((category) => category === value)
}
