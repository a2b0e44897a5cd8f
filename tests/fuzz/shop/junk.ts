import type { Random } from '../random'

const HOSTILE = [
  ...['', '0', '-1', 'NaN', 'null', 'undefined', '[]', '{}', 'true', '1e999', '٣', '%00', '\u202e'],
  ...["' OR 1=1--", '<script>alert(1)</script>', '{{7*7}}', '../../etc/passwd', '__proto__'],
  ...['$F1', '$Q1', '$@0', '$K1', '[["$1"]]', '//evil.example', 'https://evil.example', '\r\nX: y'],
  ...['%F0%9F', '%2e%2e%2f', '1', 'gopay', 'id', '99999999999999999999', '["",{},null,"refetch"]'],
]

export const printable = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?')

/** A text that somebody might try, or one that means nothing. */
export function junk(random: Random): string {
  if (random.chance(60)) return random.pick(HOSTILE)
  const length = random.below(random.chance(5) ? 4_000 : 40)
  return String.fromCharCode(...Array.from({ length }, () => 32 + random.below(95)))
}

/** Lists and objects in each other, `depth` at most. */
export function nest(random: Random, depth: number): unknown {
  if (depth === 0 || random.chance(40)) return random.chance(50) ? junk(random) : random.below(1e9)
  const inside = Array.from({ length: random.below(4) }, () => nest(random, depth - 1))
  return random.chance(50) ? inside : Object.fromEntries(inside.map((each) => [junk(random), each]))
}
