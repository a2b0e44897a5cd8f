import { describe, expect, it } from 'vitest'
import { baseUrlFor } from '@/sandbox/base-url'
import { readConfig } from '@/sandbox/config'

const config = readConfig({ SANDBOX_PORT: '4000', SANDBOX_ALLOWED_HOSTS: 'pay.test, 192.168.1.7' })

describe('the URLs that the sandbox hands out', () => {
  it.each(['localhost:4000', '127.0.0.1:4000', '[::1]:4000', 'pay.test', '192.168.1.7:4000'])(
    'use the Host %s',
    (host) => {
      expect(baseUrlFor(config, host)).toBe(`http://${host}`)
    },
  )

  it.each([
    'evil.example',
    'localhost.evil.example:4000',
    'localhost:4000@evil.example',
    'a b',
    '',
    undefined,
  ])('never use the Host %s', (host) => {
    expect(baseUrlFor(config, host)).toBe('http://localhost:4000')
  })

  it('may name this machine when it listens everywhere', () => {
    const everywhere = readConfig({ HOST: '0.0.0.0' })
    expect(everywhere.allowedHosts.size).toBeGreaterThan(3)
    expect(everywhere.allowedHosts.has('0.0.0.0')).toBe(false)
  })
})

describe('the environment', () => {
  it.each(['99999', '-1', 'http'])('with SANDBOX_PORT=%s is refused', (port) => {
    expect(() => readConfig({ SANDBOX_PORT: port })).toThrow(/SANDBOX_PORT/)
  })

  it.each(['0', '-1', '601', 'soon'])(
    'with SANDBOX_NOTIFICATION_TIMEOUT=%s is refused',
    (seconds) => {
      expect(() => readConfig({ SANDBOX_NOTIFICATION_TIMEOUT: seconds })).toThrow(/TIMEOUT/)
    },
  )

  it('without it gives receivers the documented 15 seconds', () => {
    expect(readConfig({}).notificationTimeoutMs).toBe(15_000)
  })
})
