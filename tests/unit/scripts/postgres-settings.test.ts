import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeSettings, readSettings, writeSettings } from '@/scripts/postgres/settings'
import { makeDataDir } from '../../kit/temp-dir'

test('the passwords of the embedded database are random, and only their owner can read them', () => {
  const dataDir = makeDataDir('settings')
  const settings = makeSettings()
  writeSettings(dataDir, settings)
  writeSettings(dataDir, { ...settings, port: 5_432 })
  expect(statSync(join(dataDir, 'postgres.json')).mode & 0o777).toBe(0o600)
  expect(readSettings(dataDir)).toEqual({ ...settings, port: 5_432 })
  rmSync(dataDir, { recursive: true })
  const passwords = [settings, makeSettings()].flatMap((each) => [each.password, each.shopPassword])
  expect(new Set(passwords).size).toBe(4)
  for (const password of passwords) expect(password).toMatch(/^[0-9a-f]{48}$/)
})
