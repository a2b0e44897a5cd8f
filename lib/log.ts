import 'server-only'
import { currentRequestId } from './request-id'

const levels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof levels)[number]

/** Ids that let a reader follow one order through every line. Never keys, signatures or contacts. */
export type LogFields = {
  orderId?: string
  paymentId?: string
  attempt?: number
  [name: string]: string | number | boolean | string[] | undefined
}

let isOnError = false

/** For a command, whose own words are on standard output. */
export function logToStandardError(): void {
  isOnError = true
}

/**
 * Writes one event as one JSON line on standard output, with the id of the request or worker's round that
 * it belongs to. `LOG_LEVEL` hides what is less important.
 */
export function log(level: LogLevel, event: string, fields: LogFields = {}): void {
  const threshold = levels.indexOf((process.env.LOG_LEVEL || 'info') as LogLevel)
  if (levels.indexOf(level) < threshold) return
  const output = isOnError ? process.stderr : process.stdout
  output.write(
    `${JSON.stringify({ at: new Date().toISOString(), level, event, requestId: currentRequestId(), ...fields })}\n`,
  )
}

/** What a log line may say of an exception: its kind, code and message, without stack or data. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  return `${error.name}${code}: ${error.message.trim().split('\n').at(-1) ?? ''}`
}
