import { defineConfig } from 'vitest/config'

/** The pure rooms: nothing of theirs outlives a call, so that their tests share one world each worker, and each module is read once. */
const PURE = ['main/domain/**/*.test.ts', 'preload/**/*.test.ts']

/** Unit and property tests of every room; the scripts have a configuration of their own, e2e runs in Playwright. */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    environment: 'node',
    pool: 'forks',
    testTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      { extends: true, test: { name: 'rooms', include: ['main/**/*.test.ts', 'renderer/**/*.test.{ts,tsx}'], exclude: PURE } }
    ]
  }
})
