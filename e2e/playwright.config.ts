import { defineConfig } from '@playwright/test'

/** User stories in a real Electron; `shots`, `bench` and `trial` take the screenshots, the times and the kills, and are run by commands of their own. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 1,
  fullyParallel: false,
  reporter: [['list']],
  projects: [
    { name: 'stories', testMatch: /.*\.spec\.ts/ },
    { name: 'shots', testMatch: /shots\.ts/ },
    { name: 'bench-reading', testMatch: /bench-reading\.ts/ },
    { name: 'bench-compare', testMatch: /bench-compare\.ts/ },
    { name: 'bench-heavy', testMatch: /bench-heavy\.ts/ },
    { name: 'bench-library', testMatch: /bench-library\.ts/ },
    { name: 'trial-window', testMatch: /trial-window\.ts/ }
  ]
})
