import { useMessages } from 'next-intl'

/** A category in the shopper's language, by its key in the database; a strange one as it is there. */
export function CategoryName({ name }: { name: string }) {
  const names: Record<string, string> = useMessages().catalogue.categories
  return names[name] ?? name
}
