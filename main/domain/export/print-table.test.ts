import { describe, expect, it } from 'vitest'
import type { Table, TableCell } from '#contract/filing'
import { printTable, settingOf } from './print-table'

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

  it('turns the page for a table that a page does not hold at 7 pt, and keeps a short one whole', () => {
    const figures = (columns: number, rows: number): { table: Table; text: string } => {
      const words = Array.from({ length: columns * rows }, () => '1,234,567')
      return {
        text: words.join(' '),
        table: { rows, columns,
          cells: words.map((word, at) => ({ row: Math.floor(at / columns), column: at % columns, rowSpan: 1, columnSpan: 1, start: at * 10,
            end: at * 10 + word.length, align: 'right' as const, header: false })
          ) }
      }
    }
    const settings = [8, 10, 11, 15].map((columns) => {
      const { table, text } = figures(columns, 3)
      return settingOf(table, text)
    })
    expect(settings).toEqual([
      { size: 'plain', turned: false, whole: true },
      { size: 'dense', turned: false, whole: true },
      { size: 'plain', turned: true, whole: true },
      { size: 'densest', turned: true, whole: true }
    ])
    const long = figures(3, 60)
    expect(settingOf(long.table, long.text)).toMatchObject({ turned: false, whole: false })
  })

  it('draws the lines of sums under their figures and sets labels in', () => {
    const table: Table = { rows: 2, columns: 2,
      cells: [cell(0, 0, 'Sales'), cell(0, 1, '2007'), cell(1, 0, 'Gel', { indent: 2 }),
        cell(1, 1, '12', { align: 'right', rule: 'double' })] }
    expect(printTable(table, TEXT, [], []).markup).toContain(
      '<td class="left step2">Gel</td><td class="right figure sum-double">12</td>'
    )
  })
})
