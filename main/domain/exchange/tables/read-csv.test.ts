import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvRows, toCsv, withoutGuard } from '#model/csv'
import { LONGEST_RAW } from '../incoming'
import { timeOfCell } from './incoming-table'
import { MOST_CELLS, readCsv } from './read-csv'

const ALL = Number.MAX_SAFE_INTEGER

const cellsOf = (text: string): unknown[] => readCsv(text, ALL).map((row) => row.kind === 'row' ? row.cells : row.kind)

const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'a', "'", '=') }))

it('reads back whatever our own writer wrote', () => {
  fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 6 }), (rows) => {
    for (const text of [toCsv(rows), csvRows(rows)]) {
      const back = readCsv(text, ALL).map((row) => row.kind === 'row' ? row.cells.map(withoutGuard) : [row.reason])
      expect(back).toEqual(rows)
    }
  }), { numRuns: 500 })
})

it('never throws, counts rows upwards, and keeps each sign of a text in some row', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'a', 'b') }), (text) => {
    const rows = readCsv(text, ALL)
    expect(rows.map(({ row }) => row)).toEqual([...new Set(rows.map(({ row }) => row))].sort((a, b) => a - b))
    const bare = (signs: string): string => signs.replace(/[\r\n]/g, '')
    expect(bare(rows.map(({ raw }) => raw).join(''))).toBe(bare(text))
  }), { numRuns: 1000 })
})

it.each([
  ['lines that end in each way', 'a,b\r\nc,d\re,f\ng,h', [['a', 'b'], ['c', 'd'], ['e', 'f'], ['g', 'h']]],
  ['lines within a cell', '"a\r\nb",c\nd,e\n', [['a\r\nb', 'c'], ['d', 'e']]],
  ['a quotation mark never closed', 'a,b\nc,"d\ne,f\n', [['a', 'b'], 'malformed', ['e', 'f']]],
  ['words behind a closing mark', 'a,b\n"c"d,e\nf,g', [['a', 'b'], 'malformed', ['f', 'g']]],
  ['a mark inside a bare cell', 'a,b\nc "d",e\nf,g', [['a', 'b'], 'malformed', ['f', 'g']]],
  ['a mark too many that others follow', 'a,"b\nc,d\n"e",f', ['malformed', ['c', 'd'], ['e', 'f']]]
])('reads %s', (_what, text, rows) => {
  expect(cellsOf(text)).toEqual(rows)
})

it('counts rows as a spreadsheet does and bounds cells and rows', () => {
  expect(readCsv('a\n\nb', ALL).map(({ row }) => row)).toEqual([1, 3])
  expect(readCsv('a\nb\nc', 2)).toHaveLength(2)
  expect(cellsOf(`${'a,'.repeat(MOST_CELLS)}a\nb,c`)).toEqual(['malformed', ['b', 'c']])
  for (const mark of ['', '"']) {
    const [long, after] = readCsv(`${mark}${'a'.repeat(LONGEST_RAW + 1)}${mark}\nb,c`, ALL)
    expect(long).toMatchObject({ kind: 'malformed', reason: expect.stringContaining('100,000') })
    expect(after).toMatchObject({ kind: 'row', row: 2, cells: ['b', 'c'] })
  }
})

it.each([
  ['2026-02-01 09:30', '2026-02-01T09:30:00.000Z'],
  ['2026-02-01 09:30:05+02:00', '2026-02-01T07:30:05.000Z'],
  ['2026-02-01T09:30:00Z', '2026-02-01T09:30:00.000Z'],
  ['2026-02-01', '2026-02-01T00:00:00.000Z'],
  ['2026-02-31 99:00', null],
  ['Sunday', null]
])('reads the time %s as %s', (text, time) => {
  expect(timeOfCell(text)).toBe(time)
})
