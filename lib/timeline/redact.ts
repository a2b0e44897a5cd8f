const HIDDEN = '[redacted]'

/** Fields that prove who somebody is, or say it. A refund key is neither: it names a refund. */
const SECRET_FIELD =
  /signature|server_?key|client_?key|authorization|cookie|password|token|^(customer_details|billing_address|shipping_address|first_name|last_name|email|phone|masked_card|va_numbers?|permata_va_number)$/i

/** Midtrans's keys, of both environments (docs.midtrans.com, Access Keys), and a SHA-512 in hex. */
const SECRET_TEXT = /\b(SB-)?(Mid|VT)-(server|client)-[\w-]+|\b[0-9a-f]{128}\b/gi

/**
 * A body as a page may show it. `people` are texts that say who the customer is; they are taken out wherever
 * they stand. What was there is said, what it was is not.
 */
export function redact(body: unknown, people: readonly string[] = []): unknown {
  if (typeof body === 'string') return redactText(body, people)
  if (Array.isArray(body)) return body.map((one) => redact(one, people))
  if (typeof body !== 'object' || body === null) return body
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      SECRET_FIELD.test(name) ? HIDDEN : redact(value, people),
    ]),
  )
}

function redactText(text: string, people: readonly string[]): string {
  const known = people.filter((person) => person.length > 3)
  return known.reduce(
    (left, person) => left.replaceAll(person, HIDDEN),
    text.replace(SECRET_TEXT, HIDDEN),
  )
}

/** The same of a body that is kept as JSON text. */
export function redactJson(text: string, people: readonly string[]): unknown {
  try {
    return redact(JSON.parse(text), people)
  } catch {
    return HIDDEN
  }
}
