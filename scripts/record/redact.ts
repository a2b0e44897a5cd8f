import type { Json } from '@/tests/contract/support/client'
import { checksumOf, readQris, type Tag } from '@/tests/contract/support/read-qris'

/** What says who recorded a body, by field. What stands instead has the same form. */
const REDACTED: Record<string, (value: string) => string> = {
  merchant_id: (value) => value.replace(/\d/g, '0'),
  signature_key: (value) => '0'.repeat(value.length),
  va_number: (value) => '9'.repeat(value.length),
  permata_va_number: (value) => '9'.repeat(value.length),
  qr_string: redactQris,
  email: () => 'redacted@example.com',
  phone: () => '+6281200000000',
  first_name: () => 'REDACTED',
  last_name: () => 'REDACTED',
  full_name: () => 'REDACTED',
}

/** A recorded body without the merchant's identity and numbers, and without the server key anywhere. */
export function redact(body: Json, serverKey: string): Json {
  const text = JSON.stringify(body, (key, value: unknown) =>
    typeof value === 'string' ? (REDACTED[key]?.(value) ?? value) : value,
  )
  return JSON.parse(text.replaceAll(serverKey, 'REDACTED')) as Json
}

/** Hides the accounts, the name and the place, and makes a new checksum. */
function redactQris(text: string): string {
  const tags = readQris(text).filter(({ tag }) => tag !== '63')
  const hidden = tags.map(({ tag, value }): Tag => {
    if (tag === '26' || tag === '51') return { tag, value: write(readQris(value).map(hideAccount)) }
    return ['59', '60', '61'].includes(tag) ? { tag, value: hide(value) } : { tag, value }
  })
  const body = `${write(hidden)}6304`
  return body + checksumOf(body)
}

function hideAccount({ tag, value }: Tag): Tag {
  return tag === '01' || tag === '02' ? { tag, value: hide(value) } : { tag, value }
}

function hide(value: string): string {
  return value.replace(/\d/g, '0').replace(/[A-Za-z]/g, 'X')
}

function write(tags: Tag[]): string {
  return tags
    .map(({ tag, value }) => `${tag}${String(value.length).padStart(2, '0')}${value}`)
    .join('')
}
