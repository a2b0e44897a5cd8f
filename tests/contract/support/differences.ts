import type { Json } from './client'

/**
 * One way in which a body is not like another: `missing` and `extra` are fields, `length` is a list's, and
 * `word` means that a text of Midtrans's own differs, where `format` means that not even its form is the same.
 */
export type Difference = {
  what: 'missing' | 'extra' | 'order' | 'type' | 'length' | 'format' | 'word'
  /** The field, such as `actions.cancel.url` or `va_numbers[0].bank`; empty for the body as a whole. */
  at: string
  recorded: unknown
  local: unknown
}

const FORMS: [form: string, pattern: RegExp][] = [
  ['uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/],
  ['time', /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/],
  ['amount', /^\d+\.00$/],
  ['merchant id', /^[GM]\d{6,9}$/],
  ['signature', /^[0-9a-f]{128}$/],
  ['QRIS', /^000201.*6304[0-9A-F]{4}$/],
]
/** Texts that are the shop's or the shopper's, or that say nothing but who they belong to. */
const FREE = new Set([
  ...['order_id', 'refund_key', 'reason', 'va_number', 'permata_va_number'],
  ...['reference_id', 'shopeepay_reference_number'],
])

/** Where `local` is not like `recorded`: in fields, their order, types, forms, and Midtrans's own words. */
export function findDifferences(recorded: Json, local: Json, inside = ''): Difference[] {
  const at = (key: string) => (inside ? `${inside}.${key}` : key)
  const [before, after] = [Object.keys(recorded), Object.keys(local)]
  const shared = before.filter((key) => key in local)
  const order = after.filter((key) => key in recorded)
  return [
    ...before
      .filter((key) => !(key in local))
      .map((key) => differ('missing', at(key), recorded[key], undefined)),
    ...after
      .filter((key) => !(key in recorded))
      .map((key) => differ('extra', at(key), undefined, local[key])),
    ...(shared.join() === order.join() ? [] : [differ('order', inside, shared, order)]),
    ...shared.flatMap((key) => compareValues(key, at(key), recorded[key], local[key])),
  ]
}

function compareValues(key: string, at: string, recorded: unknown, local: unknown): Difference[] {
  const type = typeOf(recorded)
  if (type !== typeOf(local)) return [differ('type', at, recorded, local)]
  if (isNamedList(recorded) && isNamedList(local)) {
    return findDifferences(byName(recorded), byName(local), at)
  }
  if (Array.isArray(recorded) && Array.isArray(local)) {
    if (recorded.length !== local.length) return [differ('length', at, recorded, local)]
    return recorded.flatMap((each, index) =>
      compareValues(key, `${at}[${index}]`, each, local[index]),
    )
  }
  if (type === 'object') return findDifferences(recorded as Json, local as Json, at)
  if (type !== 'string' || FREE.has(key)) return []
  const [before, after] = [formOf(key, String(recorded)), formOf(key, String(local))]
  if (before.form !== after.form) return [differ('format', at, recorded, local)]
  return before.text === after.text ? [] : [differ('word', at, recorded, local)]
}

/** Actions are looked up by name, never by place (docs.midtrans.com, GoPay). */
function isNamedList(value: unknown): value is (Json & { name: string })[] {
  return Array.isArray(value) && value.length > 0 && value.every((each) => each?.name !== undefined)
}

function byName(list: (Json & { name: string })[]): Json {
  return Object.fromEntries(list.map((each) => [each.name, each]))
}

/** The form of a text, and what has to be the same in two texts of that form. */
function formOf(key: string, value: string): { form: string; text: string } {
  if (key === 'url') return { form: 'url', text: patternOf(value) }
  const form = FORMS.find(([, pattern]) => pattern.test(value))?.[0]
  return form ? { form, text: '' } : { form: 'text', text: value }
}

/** An address without its host, and without what differs from one transaction to the next. */
function patternOf(url: string): string {
  return url
    .replace(/^https?:\/\/[^/]+/, '')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '{uuid}')
    .replace(/A1\d{14}\w{10}ID/g, '{id}')
    .replace(/callback_url=.*$/, 'callback_url={url}')
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'list'
  return value === null ? 'null' : typeof value
}

function differ(what: Difference['what'], at: string, recorded: unknown, local: unknown) {
  return { what, at, recorded, local }
}
