import { describe, expect, it } from 'vitest'
import type { Table, TableCell } from '#contract/filing'
import { printTable } from './print-table'

const TEXT = 'Sales 2007 2006 Gel 12 9'

const cell = (row: number, column: number, words: string, more: Partial<TableCell> = {}): TableCell => {
  const start = words === '' ? 0 : TEXT.indexOf(words)
  return { row, column, rowSpan: 1, columnSpan: 1, start, end: start + words.length, align: 'left', header: row === 0, ...more }
}

describe('printTable', () => {
  it('drops columns that are empty throughout and keeps every cell with words', () => {
    const table: Table = {
      rows: 2,
      columns: 5,
      cells: [
        cell(0, 0, 'Sales'),
        cell(0, 1, ''),
        cell(0, 2, '2007', { columnSpan: 2 }),
        cell(0, 4, '2006'),
        cell(1, 0, 'Gel'),
        cell(1, 1, ''),
        cell(1, 2, '12', { align: 'right' }),
        cell(1, 3, ''),
        cell(1, 4, '9', { align: 'right' })
      ]
    }
    expect(printTable(table, TEXT, [], []).markup).toBe(
      '<table class="plain"><thead><tr><th class="left">Sales</th><th class="left">2007</th><th class="left">2006</th></tr></thead>'
        + '<tbody><tr><td class="left">Gel</td><td class="right figure">12</td><td class="right figure">9</td></tr></tbody></table>'
    )
  })

  it('fills what no cell covers, and leaves room for a cell that spans rows', () => {
    const table: Table = {
      rows: 2,
      columns: 3,
      cells: [cell(0, 0, 'Sales', { rowSpan: 2, header: false }), cell(0, 1, '2007', { header: false }),
        cell(0, 2, '2006', { header: false }), cell(1, 2, '9')]
    }
    expect(printTable(table, TEXT, [], []).markup).toContain('<tr><td></td><td class="left">9</td></tr>')
  })
})
