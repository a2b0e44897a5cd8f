/** What a command did, in one sentence, and as data. `ok` decides the exit code. */
export type Outcome = { ok: boolean; sentence: string; data: object }

/** The only value that JSON cannot write is an event's number. */
export function toJson(data: object): string {
  return JSON.stringify(data, (_, value) => (typeof value === 'bigint' ? String(value) : value), 2)
}
