import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closingLine, countPlaywright, countVitest, outcomeOf, sumCounts } from './summary.mjs'

const file = (status, ...results) => ({ status, assertionResults: results.map((result) => ({ status: result })) })

describe('the sum of a test run', () => {
  let folder
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'redwell-summary-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const outcome = (report, exitCode) => {
    const place = path.join(folder, 'report.json')
    writeFileSync(place, report)
    return outcomeOf(place, exitCode, countVitest)
  }

  it('counts Vitest, a file that does not load among the failures', () => {
    const report = { testResults: [file('passed', 'passed', 'skipped', 'todo'), file('failed', 'passed', 'failed'), file('failed')] }
    expect(countVitest(report)).toEqual({ passed: 2, failed: 2, skipped: 2 })
  })

  it('counts Playwright, an unstable test and an error outside tests among the failures', () => {
    expect(countPlaywright({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] })).toEqual({ passed: 5, failed: 3,
      skipped: 2 })
  })

  it('fails a runner without report, without tests, or with a bad end and no failed test', () => {
    expect(outcomeOf(path.join(folder, 'none.json'), 0, countVitest)).toMatchObject({ failed: 1, note: 'left no report (exit code 0)' })
    expect(outcome('{ half', 1)).toMatchObject({ failed: 1 })
    expect(outcome('{}', 0)).toMatchObject({ failed: 1, note: 'ran no test' })
    expect(outcome(JSON.stringify({ testResults: [file('passed', 'passed')] }), 1)).toMatchObject({ passed: 1, failed: 1 })
    expect(outcome(JSON.stringify({ testResults: [file('passed', 'passed')] }), 0)).toEqual({ passed: 1, failed: 0, skipped: 0 })
  })

  it('closes with the plain line', () => {
    const sum = sumCounts([{ passed: 3, failed: 0, skipped: 0 }, { passed: 4, failed: 1, skipped: 0 }])
    expect(closingLine(sum)).toBe('7 passed, 1 failed')
    expect(closingLine(sumCounts([sum, { passed: 0, failed: 0, skipped: 2 }]))).toBe('7 passed, 1 failed, 2 skipped')
  })
})
