import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('the example of docs/testing.md is a test that runs, of ten lines', () => {
  const [, example] = /```ts\n(.*?)```/s.exec(readFileSync('docs/testing.md', 'utf8')) ?? []
  expect(example).toBe(readFileSync('tests/e2e/example.desktop.spec.ts', 'utf8'))
  expect(example?.trim().split('\n').length).toBeLessThanOrEqual(10)
})
