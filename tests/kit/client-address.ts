import { randomInt } from 'node:crypto'

/** The headers of a client whose address no other test has: limits count by it (tests/e2e/global-setup.ts). */
export function fromOwnAddress(): Record<string, string> {
  return { 'X-Forwarded-For': `10.${[0, 0, 0].map(() => randomInt(256)).join('.')}` }
}
