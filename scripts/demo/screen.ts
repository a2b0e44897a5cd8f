import type { Output } from '../node-child'

/** One line for the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** One step of the start, with how long it took. */
export function sayStep(name: string, startedAt: number, detail: string): void {
  const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1)
  say(`  ${name.padEnd(11)}${seconds.padStart(6)} s  ${detail}`)
}

function readEvent(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    return JSON.parse(line) as Record<string, unknown>
  } catch {
    return undefined
  }
}

/**
 * What the terminal shows of a child's line: its warnings and errors, readable; undefined for the
 * rest, which is only in the log file. The shop writes one JSON object for each event.
 */
export function describeLine(name: string, line: string, from: Output): string | undefined {
  const event = readEvent(line)
  if (event) {
    const { at: _, level, event: what, ...fields } = event
    if (level !== 'warn' && level !== 'error') return undefined
    const details = Object.entries(fields).map(([key, value]) => `${key}=${String(value)}`)
    return `  ${name} ${level}: ${[String(what), ...details].join(' ')}`
  }
  // Next marks its warnings and errors so, on standard output.
  const marked = /^\s*[⨯⚠]/.test(line)
  return marked || (from === 'stderr' && line.trim()) ? `  ${name}: ${line.trim()}` : undefined
}
