import { defineConfig } from 'vitest/config'

/** Unit and property tests of every room; the scripts have a configuration of their own, e2e runs in Playwright. */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    include: ['main/**/*.test.ts', 'preload/**/*.test.ts', 'renderer/**/*.test.{ts,tsx}'],
    environment: 'node',
    pool: 'forks',
    testTimeout: 60_000
  }
})
