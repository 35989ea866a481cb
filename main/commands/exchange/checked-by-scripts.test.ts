import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { WrittenFormat } from '#contract/exchange'
import type { WorkCell } from '../../domain/exchange/tables/work-table'
import { workTables } from '../../domain/exchange/tables/work-tables'
import type { WorkDocument } from '../../domain/exchange/work-document'
import type { FinishedFile } from '../../services/exchange/exchange-task'
import { runTask } from '../../services/exchange/exchange-task'
import { gatherWork } from '../../services/exchange/gather-work'
import { must } from '../trial/must'
import { makeThrowAway, type ThrowAway } from './throw-away'
import { TRAPS, trapsFile } from './traps'

const HAS_PYTHON = spawnSync('python3', ['--version']).status === 0

const folder = mkdtempSync(join(tmpdir(), 'redwell-checked-'))
let made: ThrowAway
let work: WorkDocument
beforeAll(async () => {
  made = await makeThrowAway(TRAPS, 0)
  work = gatherWork(made.services.library.db, { filingIds: [made.filingId], suggestions: 'all' }, { appVersion: '1', history: false,
    bytesOf: null })
})
afterAll(async () => {
  await made.remove()
  rmSync(folder, { recursive: true, force: true })
})

const written = async (format: WrittenFormat): Promise<readonly FinishedFile[]> => {
  const { db, folder: library } = made.services.library
  const answer = must(
    await runTask(db, library, { kind: 'write', format, wholeText: false, appVersion: '1',
      scope: { filingIds: [made.filingId], suggestions: 'all' } }, () => undefined)
  )
  return answer.kind === 'written' ? answer.files : []
}

/** Writes the files of a format into a folder of their own and answers it. */
const onDisk = async (format: WrittenFormat): Promise<string> => {
  for (const { path, bytes } of await written(format)) {
    mkdirSync(dirname(join(folder, format, path)), { recursive: true })
    writeFileSync(join(folder, format, path), bytes)
  }
  return join(folder, format)
}

const script = (name: string, ...args: readonly string[]): unknown =>
  JSON.parse(execFileSync('python3', [resolve(import.meta.dirname, '../../../scripts/exchange', name), ...args], { encoding: 'utf8' }))

const DAYS_TO_1970 = 25_569

/** A cell as a spreadsheet holds it: a day is the number of days since the end of 1899. */
const asHeld = (cell: WorkCell): string | number | null => {
  if (typeof cell === 'object' && cell !== null) return Date.parse(`${cell.day}T00:00:00Z`) / 86_400_000 + DAYS_TO_1970
  return cell === '' ? null : cell
}

describe('files that come out equal', () => {
  it.each(['docx', 'xlsx', 'csv', 'markdown', 'html', 'json', 'w3c', 'qdpx'] as const)('%s, on another day', async (format) => {
    const one = await written(format)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 4, 6, 7, 8, 9) })
    try {
      expect(await written(format)).toEqual(one)
    } finally {
      vi.useRealTimers()
    }
  })
})

interface Sheets {
  readonly formulas: number
  readonly sheets: Readonly<Record<string, readonly (readonly (readonly [string | number, 'text' | 'number', boolean] | null)[])[]>>
}

describe.skipIf(!HAS_PYTHON)('files that scripts read without us (skipped where python3 is missing)', () => {
  it('has in the spreadsheet all cells of all tables, numbers as numbers with equal sums, and nothing that runs', async () => {
    const { formulas, sheets } = script('read_xlsx.py', join(await onDisk('xlsx'), 'work.xlsx')) as Sheets
    expect(formulas).toBe(0)
    for (const { name, columns, rows } of workTables(work)) {
      const [heads = [], ...read] = sheets[name] ?? []
      expect(heads.map((cell) => cell?.[0])).toEqual(columns.map(({ title }) => title))
      const told = rows.map((row) => row.map(asHeld))
      const unescaped = read.map((row) =>
        columns.map((_column, at) => {
          const value = row[at]?.[0] ?? null
          return typeof value === 'string' ? value.replaceAll('_x005F_', '_') : value
        })
      )
      expect(unescaped, name).toEqual(told)
      const sum = (cells: readonly (readonly unknown[])[]): number =>
        cells.flat().reduce<number>((total, cell) => total + (typeof cell === 'number' ? cell : 0), 0)
      expect(sum(read.map((row) => row.map((cell) => cell?.[0])))).toBeCloseTo(sum(told), 6)
    }
    const cells = Object.values(sheets).flat(2).filter((cell) => cell !== null)
    expect(cells.filter(([value]) => value === '=1+1').map(([, kind, guarded]) => [kind, guarded])).toEqual([['text', true], ['text',
      true]])
    const [shown, value] = sheets['Figures']?.find((row) => row[0]?.[0] === '(63)') ?? []
    // The table tells thousands.
    expect([shown, value]).toEqual([['(63)', 'text', false], [-63_000, 'number', false]])
  })

  it('has in the CSV the same rows, under the rule of the apostrophe', async () => {
    const place = await onDisk('csv')
    for (const { name, columns, rows } of workTables(work)) {
      const read = script('read_csv.py', join(place, `${name.toLowerCase().replaceAll(' ', '-')}.csv`))
      const told = rows.map((row) => row.map((cell) => typeof cell === 'object' && cell !== null ? cell.day : String(cell ?? '')))
      expect(read, name).toEqual([columns.map(({ title }) => title), ...told])
    }
  })

  it('has in the web annotations the slices of the texts beside them and of the bytes of the file', async () => {
    const source = join(folder, 'source.html')
    writeFileSync(source, trapsFile())
    expect(script('check_w3c.py', await onDisk('w3c'), source)).toBeGreaterThanOrEqual(7)
  })
})
