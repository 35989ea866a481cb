import { defineConfig } from 'vitest/config'

/** Tests of the set-up and developer commands; they start processes, so each gets more time than a unit test. */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: { include: ['scripts/**/*.test.mjs'], environment: 'node', pool: 'forks', testTimeout: 60_000, maxWorkers: 2 }
})
