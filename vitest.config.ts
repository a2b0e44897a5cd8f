import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const fromRoot = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

type Options = { timeoutMs: number; database?: boolean; maxWorkers?: number }

function project(name: string, { timeoutMs, database = false, ...workers }: Options) {
  return {
    extends: true as const,
    test: {
      name,
      include: [`tests/${name}/**/*.test.ts`],
      globalSetup: database ? ['tests/kit/database-server.ts'] : [],
      setupFiles: database ? ['tests/kit/listen-in.ts'] : [],
      testTimeout: timeoutMs,
      hookTimeout: 60_000,
      ...workers,
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
      project('unit', { timeoutMs: 5_000 }),
      // These wait more than they compute, for answers and for time limits: Vitest's own choice, a core
      // less than there are, would leave a small machine idle.
      project('integration', { timeoutMs: 20_000, database: true, maxWorkers: 2 }),
      project('security', { timeoutMs: 20_000, database: true, maxWorkers: 2 }),
      project('contract', { timeoutMs: 20_000, maxWorkers: 2 }),
      project('model', { timeoutMs: 180_000, database: true }),
      project('fuzz', { timeoutMs: 60_000, database: true }),
      project('chaos', { timeoutMs: 120_000, database: true }),
    ],
  },
})
