import { defineConfig } from '@playwright/test'

/** User stories in a real Electron; `shots` takes the screenshots and is run by its own command. */
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
    { name: 'shots', testMatch: /shots\.ts/ }
  ]
})
