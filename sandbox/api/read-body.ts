/**
 * The JSON object of a request, null for JSON null, undefined for anything else. An empty body is an empty
 * object: the vendor's PHP client cancels with none at all.
 */
export function parseBody(text: string): Record<string, unknown> | null | undefined {
  if (text.trim() === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown> | null)
      : undefined
  } catch {
    return undefined
  }
}
