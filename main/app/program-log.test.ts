import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readProgramLog } from './program-log'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redwell-log-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('is empty where nothing was written yet', () => {
  expect(readProgramLog(join(folder, 'none.log'), join(folder, 'none'))).toEqual({ path: join(folder, 'none.log'), text: '',
    crashReports: [] })
})

it('shows the end of a long log by whole lines', () => {
  const file = join(folder, 'redwell.log')
  writeFileSync(file, Array.from({ length: 20_000 }, (_, at) => `line ${String(at)}`).join('\n'))
  const { text } = readProgramLog(file, folder)
  expect(text.endsWith('line 19999')).toBe(true)
  expect(text.startsWith('line ')).toBe(true)
  expect(text.length).toBeLessThanOrEqual(64 * 1024)
})

it('lists crash reports, the newest first, and nothing else of their folder', () => {
  const reports = join(folder, 'crash-reports')
  mkdirSync(reports)
  writeFileSync(join(reports, '2026-01-01.txt'), 'older')
  writeFileSync(join(reports, '2026-02-01.txt'), 'newer')
  writeFileSync(join(reports, 'other.bin'), 'x')
  expect(readProgramLog(join(folder, 'none.log'), reports).crashReports).toEqual([{ name: '2026-02-01.txt', text: 'newer' }, {
    name: '2026-01-01.txt',
    text: 'older'
  }])
})
