import type { Random } from '../random'

const TEXTS = `0 -0 NaN 💥 %00 __proto__ constructor <script> javascript:alert(1) ../../etc/passwd
  http://u:%E0@127.0.0.1:1/ 2026-99-99T99:99:99`.split(/\s+/)
const LONG = ['x'.repeat(300), '9'.repeat(400)]
const ODD = ['', ' ', '\u0000', '\ud800', '\r\nX: y', '2026-99-99 99:99:99 +0700']
const NUMBERS = [-1, 0, 1.5, 1e308, -1e308, 2 ** 53]
/** Stands for something nested deep, which no parser builds as fast as text does. */
const DEEP = '@deep@'
const NASTY: unknown[] = [null, true, [], {}, [[]], [{}], { length: -1 }, DEEP].concat(
  TEXTS,
  LONG,
  ODD,
  NUMBERS,
)
/** What JSON can say and JavaScript cannot hold, or not as it was said. */
const RAW = ['1e400', '-1e400', '123456789012345678901234567890', '1E-999', '-0', '"\\ud800"']

/** A body for an endpoint that takes ones like `valid`: a broken one most of the time. */
export function makeBody(random: Random, valid: object): Buffer {
  const json = JSON.stringify(valid)
  switch (random.below(12)) {
    case 0:
      return Buffer.from(Array.from({ length: random.below(200) }, () => random.below(256)))
    case 1:
      return Buffer.from(json.slice(0, random.below(json.length)))
    case 2:
      return Buffer.from(
        random.pick(['null', '[]', '""', '0', 'true', '', ' \n', '\ufeff{}', '{}x']),
      )
    case 3:
      return Buffer.from(nest(random, JSON.stringify(spoil(random, valid, DEEP))))
    case 4:
      return Buffer.from(json.replace(randomKey(random, json), '"__proto__":'))
    case 5:
      return Buffer.from(json.replace(/:("[^"]*"|\d+)/, `:${random.pick(RAW)}`))
    case 6:
      return Buffer.from(json.replace('{', `{${json.slice(1, -1) || '"a":1'},`))
    case 7:
      return Buffer.from(new URLSearchParams(toForm(random, valid)).toString())
    default:
      return Buffer.from(nest(random, JSON.stringify(spoil(random, valid, random.pick(NASTY)))))
  }
}

function randomKey(random: Random, json: string): string {
  return random.pick(json.match(/"\w+":/g) ?? ['{'])
}

function toForm(random: Random, valid: object): Record<string, string> {
  const form = Object.fromEntries(Object.entries(valid).map(([key, v]) => [key, String(v)]))
  return random.chance(50) ? { ...form, action: String(random.pick(NASTY)) } : form
}

function nest(random: Random, json: string): string {
  const depth = random.pick([10, 100, 100, 500, 500, 3_000, 10_000])
  const [open, close] = random.pick([
    ['[', ']'],
    ['{"a":', '}'],
  ])
  return json.replace(`"${DEEP}"`, () => `${open.repeat(depth)}1${close.repeat(depth)}`)
}

/** The same with `nasty` somewhere in it. */
function spoil(random: Random, value: unknown, nasty: unknown): unknown {
  const isBranch = typeof value === 'object' && value !== null && Object.keys(value).length > 0
  if (!isBranch || random.chance(15)) return nasty
  const key = random.pick(Object.keys(value))
  const copy = structuredClone(value) as Record<string, unknown>
  if (random.chance(10)) delete copy[key]
  else copy[key] = spoil(random, copy[key], nasty)
  return copy
}
