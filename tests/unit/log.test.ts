import { afterEach, expect, test, vi } from 'vitest'
import { describeError, log } from '@/lib/log'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

function linesOf(write: () => void): string[] {
  const lines: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0)
  write()
  vi.restoreAllMocks()
  return lines
}

test('an event is one line of JSON, whatever its fields say', () => {
  vi.stubEnv('LOG_LEVEL', 'info')
  const [line, ...more] = linesOf(() =>
    log('warn', 'charge.failed', { orderId: 'a\n{"level":"x"}' }),
  )
  expect(more).toEqual([])
  expect(line?.indexOf('\n')).toBe((line?.length ?? 0) - 1)
  expect(JSON.parse(line ?? '')).toMatchObject({
    level: 'warn',
    event: 'charge.failed',
    orderId: 'a\n{"level":"x"}',
  })
})

test('LOG_LEVEL hides what is less important', () => {
  vi.stubEnv('LOG_LEVEL', 'warn')
  expect(linesOf(() => log('info', 'x'))).toEqual([])
  expect(linesOf(() => log('error', 'x'))).toHaveLength(1)
})

test('an exception is described by kind, code and last line, without its stack', () => {
  const error = Object.assign(new TypeError('first line\nlast line'), { code: 'E1', detail: 'row' })
  expect(describeError(error)).toBe('TypeError E1: last line')
  expect(describeError(new Error(''))).toBe('Error: ')
  expect(describeError('text')).toBe('text')
  expect(describeError(undefined)).toBe('undefined')
})
