import { defineConfig } from 'vitest/config'

/**
 * Four projects, so that each can be run alone (`npx vitest run --project unit`):
 * `unit` needs nothing, `db` needs a database, `sync` runs whole servers, `fuzz` takes FUZZ_SEED and FUZZ_RUNS.
 */
const everywhere = ['**/node_modules/**', '**/dist/**', '**/.build/**', 'tests/fixtures/**', 'tests/e2e/**']
/** A machine that others share may have a third of its speed for minutes. */
const patience = process.env.CI === undefined ? 1 : 3
/** A second try where machines are shared and slow; the runner's list says which tests needed it. */
const retry = process.env.CI === undefined ? 0 : 1
const setupFiles = ['./tests/support/fail-on-console-error.ts']

export default defineConfig({
  test: {
    globals: false,
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    retry,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // One process reads each module once: half the time. Tests leave nothing behind in modules.
          isolate: false,
          include: ['apps/*/src/**/*.test.{ts,tsx}', 'packages/*/src/**/*.test.ts', 'tests/unit/**/*.test.ts'],
          exclude: [...everywhere, '**/*.db.test.ts', '**/*.fuzz.test.ts'],
          setupFiles,
          testTimeout: patience * 10_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          isolate: false,
          include: ['apps/*/src/**/*.db.test.ts', 'tests/**/*.db.test.ts'],
          exclude: everywhere,
          setupFiles,
          globalSetup: ['./tests/support/global-databases.ts'],
          testTimeout: patience * 20_000,
          hookTimeout: patience * 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'sync',
          include: ['tests/sync/**/*.test.ts'],
          exclude: [...everywhere, '**/*.db.test.ts', '**/*.fuzz.test.ts'],
          setupFiles,
          globalSetup: ['./tests/support/global-databases.ts', './tests/support/global-server-build.ts'],
          // One of them waits 90 s for nothing to happen, beside the two that work.
          maxWorkers: 3,
          testTimeout: patience * 60_000,
          hookTimeout: patience * 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'fuzz',
          include: ['tests/fuzz/**/*.fuzz.test.ts', 'packages/*/src/**/*.fuzz.test.ts', 'apps/*/src/**/*.fuzz.test.ts'],
          exclude: everywhere,
          setupFiles,
          testTimeout: patience * 180_000,
        },
      },
    ],
  },
})
