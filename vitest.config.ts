import { defineConfig } from 'vitest/config'

const deep = process.env.JAMVIKT_DEEP === '1'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: deep ? 1_800_000 : 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'packages',
          include: ['packages/**/*.test.{ts,tsx}', 'apps/cli/**/*.test.ts', 'tools/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['apps/web/**/*.test.{ts,tsx}'],
          globalSetup: ['apps/web/src/testing/global-database.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/running-server.ts'],
          fileParallelism: false,
        },
      },
    ],
  },
})
