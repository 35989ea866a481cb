import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runInherited, withDisplay } from '../setup/launch.mjs'
import { projectNode, ROOT } from '../setup/paths.mjs'
import { storiesAtOnce, withDisplays } from './displays.mjs'
import { countPlaywright, countVitest, outcomeOf } from './summary.mjs'

/**
 * Runs Vitest on one configuration.
 * @param {string} config path from the root
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} args more arguments, such as a filter
 * @returns {Promise<import('./summary.mjs').Counts & { note?: string }>}
 */
export function runVitest(config, env, args = []) {
  return withReport(async (report) => {
    const words = [tool('vitest/vitest.mjs'), 'run', '--config', config, '--reporter=default', '--reporter=json',
      `--outputFile.json=${report}`, ...args]
    const code = await runInherited(projectNode(), words, { env: { ...env, NODE_ENV: 'test' } })
    return outcomeOf(report, code, countVitest)
  })
}

/**
 * Runs the user stories in a real Electron, always under Xvfb: windows of a test run are in nobody's way there. Where the machine
 * has the cores two run at the same time, each on a display of its own.
 * @param {NodeJS.ProcessEnv} env names the runtime
 * @param {readonly string[]} args more arguments, such as a filter
 * @returns {Promise<import('./summary.mjs').Counts & { note?: string }>}
 */
export function runPlaywright(env, args = []) {
  const workers = storiesAtOnce()
  return withDisplays(workers - 1, (names) =>
    withReport(async (report) => {
      const words = [tool('@playwright/test/cli.js'), 'test', '--config', 'e2e/playwright.config.ts', '--project', 'stories',
        `--workers=${workers}`, '--reporter=list,json', ...args]
      const { command, args: all } = process.platform === 'linux'
        ? withDisplay(projectNode(), words, false)
        : { command: projectNode(), args: words }
      const code = await runInherited(command, all, {
        env: { ...env, REDWELL_DISPLAYS: names.join(' '), PLAYWRIGHT_JSON_OUTPUT_NAME: report, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
      })
      return outcomeOf(report, code, countPlaywright)
    }))
}

function tool(name) {
  return path.join(ROOT, 'node_modules', name)
}

async function withReport(run) {
  const folder = mkdtempSync(path.join(tmpdir(), 'redwell-report-'))
  try {
    return await run(path.join(folder, 'report.json'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
