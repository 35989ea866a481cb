import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeCrashReport } from './crash-report'

const FACTS = { version: '1.2.3', runtime: 'Electron 45', platform: 'linux x64' }

describe('writeCrashReport', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'redwell-crash-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('writes a file that a reader can read', () => {
    const path = writeCrashReport(folder, { place: 'window', error: new Error('out of ink'), at: new Date('2026-03-02T08:30:00Z') }, FACTS)
    expect(path).toBe(join(folder, '2026-03-02T08-30-00-000Z.txt'))
    const text = readFileSync(path ?? '', 'utf8')
    for (const words of ['2026-03-02T08:30:00.000Z', 'window', '1.2.3', 'Electron 45', 'linux x64', 'out of ink'])
      expect(text).toContain(words)
  })

  it('keeps the twenty newest and touches nothing else', () => {
    writeFileSync(join(folder, 'note.md'), 'kept')
    for (let second = 0; second < 25; second += 1)
      writeCrashReport(folder, { place: 'window', error: 'x', at: new Date(Date.UTC(2026, 0, 1, 0, 0, second)) }, FACTS)
    const reports = readdirSync(folder).filter((name) => name.endsWith('.txt')).sort()
    expect(reports).toHaveLength(20)
    expect(reports[0]).toBe('2026-01-01T00-00-05-000Z.txt')
    expect(readdirSync(folder)).toContain('note.md')
  })

  it('gives no path where the report cannot be written', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(writeCrashReport(join(folder, 'file'), { place: 'window', error: 'x', at: new Date(0) }, FACTS)).toBeNull()
  })
})
