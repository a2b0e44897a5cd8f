import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const ignored = readFileSync('.dockerignore', 'utf8').split('\n')
const dockerfile = readFileSync('Dockerfile', 'utf8')
const [, shop = ''] = dockerfile.split(/^FROM .* AS shop$/m)

/** Whether a file or folder of the checkout gets into a build at all. */
const isSent = (name: string): boolean => ignored.includes(`!${name}`)

describe('what goes into a container image', () => {
  test('is named one by one: whatever else lies in the folder stays out', () => {
    expect(ignored.find((line) => line !== '' && !line.startsWith('#'))).toBe('*')
  })

  test.each([
    ...['.env', '.env.local', '.env.production', '.env.production.local', '.data', '.git', '.ci'],
    ...['tests', 'sandbox', 'docs', 'node_modules', '.next', 'test-results', 'server-key.pem'],
  ])('is not %s', (name) => {
    expect(isSent(name)).toBe(false)
  })

  test('is all that a build needs', () => {
    const left = new Set(['tests', 'sandbox', 'docs', 'node_modules', 'test-results', 'LICENSE'])
    const files = readdirSync('.').filter((name) => !name.startsWith('.') && !left.has(name))
    const configs = /^(vitest|playwright|biome)|Dockerfile|\.md$|tsbuildinfo$|next-env/
    for (const name of files.filter((each) => !configs.test(each))) {
      expect([name, isSent(name)]).toEqual([name, true])
    }
  })

  test('has no key: none is an argument, a variable or a secret of the build', () => {
    expect(dockerfile).not.toMatch(/^ARG|KEY|PASSWORD|DATABASE_URL|--mount=type=secret/m)
    expect(readFileSync('.npmrc', 'utf8')).not.toMatch(/_auth|_password|token/i)
  })

  test("is, in the shop's own layers, the standalone server and what browsers are sent", () => {
    const copied = [...shop.matchAll(/^COPY .*$/gm)].map(([line]) => line)
    expect(copied.length).toBeGreaterThan(0)
    for (const line of copied) {
      expect(line).toMatch(
        / --from=build( --\S+)* \/app\/(\.next\/standalone|\.next\/static|public) /,
      )
    }
  })
})
