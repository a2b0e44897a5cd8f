/** What one look found: how it is, and what to do when that is not well. */
export type Finding = { ok: true; said: string } | { ok: false; said: string; fix: string }

export type Check = { name: string; look(): Promise<Finding> }

export const well = (said: string): Finding => ({ ok: true, said })
export const ill = (said: string, fix: string): Finding => ({ ok: false, said, fix })

/** One line for each check, and the fix below what is not well. */
export function describe(name: string, finding: Finding): string {
  const line = `${finding.ok ? '✓' : '✗'} ${name.padEnd(14)} ${finding.said}`
  return finding.ok ? line : `${line}\n  → ${finding.fix}`
}
