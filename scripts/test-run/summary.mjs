import { existsSync, readFileSync } from 'node:fs'

/**
 * @typedef {object} Counts tests by outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * Counts a Vitest run from its JSON report. A file that failed to load holds no tests and counts as one failure.
 * @param {unknown} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const file of report.testResults ?? []) {
    const results = file.assertionResults ?? []
    const failedHere = results.filter((result) => result.status === 'failed').length
    counts.passed += results.filter((result) => result.status === 'passed').length
    counts.skipped += results.filter((result) => !['passed', 'failed'].includes(result.status)).length
    counts.failed += failedHere
    if (file.status === 'failed' && failedHere === 0) counts.failed += 1
  }
  return counts
}

/**
 * Counts a Playwright run from its JSON report. A test that passed only on a second try is unstable and counts as failed,
 * and so does each error outside any test, such as a spec that does not load.
 * @param {unknown} report
 * @returns {Counts}
 */
export function countPlaywright(report) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report.stats ?? {}
  return { passed: expected, failed: unexpected + flaky + (report.errors ?? []).length, skipped }
}

/**
 * The outcome of one runner: its report's counts, corrected by what the report does not say. A runner that left no report,
 * ran no test, or ended in failure without naming a failed test counts as one failure.
 * @param {string} reportFile
 * @param {number} exitCode
 * @param {(report: unknown) => Counts} count
 * @returns {Counts & { note?: string }}
 */
export function outcomeOf(reportFile, exitCode, count) {
  const report = readReport(reportFile)
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0, note: `left no report (exit code ${exitCode})` }
  const counts = count(report)
  if (counts.passed + counts.failed === 0) return { ...counts, failed: 1, note: 'ran no test' }
  if (exitCode !== 0 && counts.failed === 0)
    return { ...counts, failed: 1, note: `ended with exit code ${exitCode}, though no test failed` }
  return counts
}

/**
 * Adds up runners.
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function sumCounts(all) {
  const add = (name) => all.reduce((sum, counts) => sum + counts[name], 0)
  return { passed: add('passed'), failed: add('failed'), skipped: add('skipped') }
}

/**
 * The closing line of the whole run.
 * @param {Counts} counts
 * @returns {string} "N passed, N failed", with ", N skipped" where there are any
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function readReport(file) {
  if (!existsSync(file)) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
