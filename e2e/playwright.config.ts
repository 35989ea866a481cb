import { defineConfig } from '@playwright/test'

/** User stories in a real Electron; `shots` takes the screenshots and is run by its own command. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 1,
  // A machine that builds for others too may stall for seconds; a test that needed its second try is reported as flaky.
  retries: process.env['CI'] ? 1 : 0,
  fullyParallel: false,
  reporter: [['list']],
  projects: [
    { name: 'stories', testMatch: /.*\.spec\.ts/ },
    { name: 'shots', testMatch: /shots\.ts/ }
  ]
})
