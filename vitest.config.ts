import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const fromRoot = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

function project(name: string, timeoutMs: number, globalSetup: string[] = []) {
  return {
    extends: true as const,
    test: {
      name,
      include: [`tests/${name}/**/*.test.ts`],
      globalSetup,
      testTimeout: timeoutMs,
      hookTimeout: 60_000,
    },
  }
}

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: fromRoot('./') },
      // What its `react-server` export is: outside Next, server-only throws. The condition itself
      // would also give tests another React.
      { find: /^server-only$/, replacement: fromRoot('./node_modules/server-only/empty.js') },
    ],
  },
  test: {
    environment: 'node',
    // A test that passes only the second time hides a race.
    retry: 0,
    projects: [
      project('unit', 5_000),
      project('integration', 20_000, ['tests/kit/database-server.ts']),
      project('contract', 20_000),
      project('model', 180_000, ['tests/kit/database-server.ts']),
      project('fuzz', 60_000, ['tests/kit/database-server.ts']),
      project('chaos', 120_000, ['tests/kit/database-server.ts']),
    ],
  },
})
