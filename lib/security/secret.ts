import { randomBytes } from 'node:crypto'

/** Bytes: 128 bits, where a random UUID has only 122 (OWASP ASVS 5.0, 11.5.1). */
const LENGTH = 16

/** What a secret of ours looks like, and that of a browser which has had a UUID since before. */
export const SECRET = /^[\w-]{22,64}$/

/** Something that nobody can guess, as letters that are safe in a cookie, a header and a form. */
export function makeSecret(): string {
  return randomBytes(LENGTH).toString('base64url')
}
