import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeLock } from '@/scripts/process-lock'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokoku-lock-'))
  path = join(folder, 'lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a lock that is held names its holder, and can be taken again once released', () => {
  const first = takeLock(path)
  expect(takeLock(path)).toEqual({ ok: false, holder: process.pid })
  if (first.ok) first.release()
  expect(takeLock(path).ok).toBe(true)
})

test('the lock of a process that has ended is taken over', () => {
  // Linux and macOS never give out a number this high.
  writeFileSync(path, '99999999 1234')
  expect(takeLock(path).ok).toBe(true)
})

test('the lock of a process whose number was given to another one is taken over', () => {
  writeFileSync(path, `${process.pid} some other start time`)
  expect(takeLock(path).ok).toBe(true)
})

test('a lock leaves no other file behind', () => {
  writeFileSync(path, '99999999 1234')
  takeLock(path)
  expect(readdirSync(folder)).toEqual(['lock'])
})
