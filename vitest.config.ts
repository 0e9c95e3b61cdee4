import { defineConfig } from 'vitest/config'

// The Remix plugin stays out: it serves pages, while tests import modules one by one.
export default defineConfig({
  test: {
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], env: { LOG_LEVEL: 'silent' } },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.{ts,tsx}', 'tests/bench/relevance/*.test.ts'],
          globalSetup: ['tests/support/postgres-setup.ts'],
          env: { LOG_LEVEL: 'silent' },
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
