import { describe, expect, it } from 'vitest'
import type { Block, TableCell } from '#contract/filing'
import { amountOf, cellsIn, cellWords, htmlTableOf, matrixOf, saidOfCell, toldWords, tsvOf } from './table-cells'

/** A table of rows of texts, in a source that begins at 100; `heads` rows name the columns, `spans` says how many columns a cell takes. */
const tableOf = (rows: readonly (readonly string[])[], heads: number, spans: Readonly<Record<string, number>> = {}): Block => {
  let text = ''
  const cells: TableCell[] = []
  rows.forEach((row, at) => {
    let column = 0
    for (const words of row) {
      const columnSpan = spans[words] ?? 1
      if (words !== '') {
        if (text !== '') text += ' '
        cells.push({ row: at, column, rowSpan: 1, columnSpan, start: text.length, end: text.length + words.length, align: 'left',
          header: at < heads })
        text += words
      }
      column += columnSpan
    }
  })
  const columns = Math.max(...rows.map((row) => row.length))
  return { id: 'b', kind: 'table', ranges: [{ start: 100, end: 100 + text.length }], text, map: [0, text.length, 100, text.length], why: '',
    table: { rows: rows.length, columns, cells } }
}
const STATEMENT = tableOf([
  ['', 'Three months ended', ''],
  ['', 'Dec. 31, 2006', 'Dec. 31, 2005'],
  ['Net revenues', '$ 31,290', '$ 27,035'],
  ['Gross profit', '11,204', '9,018'],
  ['', '-------', '-------'],
  ['Net loss', '$ ( 312 )', '(1,044)']
], 2, { 'Three months ended': 2 })
const rangeOf = (words: string) => {
  const start = 100 + STATEMENT.text.indexOf(words)
  return { start, end: start + words.length }
}

describe('a cell in words', () => {
  it('says its row, the whole head of its column, and what it holds', () => {
    const words = cellWords(STATEMENT, rangeOf('11,204'))
    expect(words && saidOfCell(words)).toBe('Gross profit · Three months ended Dec. 31, 2006: 11,204')
  })
  it('holds the whole figure where only a part of it is marked', () => {
    expect(cellWords(STATEMENT, rangeOf('1,044'))?.value).toBe('(1,044)')
  })
  it('is none for a label, a head, several cells, or no table', () => {
    expect(cellWords(STATEMENT, rangeOf('Dec. 31, 2006'))).toBeNull()
    expect(cellWords(STATEMENT, { start: 100, end: 400 })).toBeNull()
    expect(cellWords({ ...STATEMENT, table: { rows: 0, columns: 0, cells: [] } }, rangeOf('11,204'))).toBeNull()
  })
  it('takes the rows above the first amount as the head where no cell says that it is one', () => {
    const plain = tableOf([['', 'March 2, 2001', 'March 3, 2000'], ['Cash', '1,200', '1,150']], 0)
    const start = 100 + plain.text.indexOf('1,150')
    const words = cellWords(plain, { start, end: start + 5 })
    expect(words && saidOfCell(words)).toBe('Cash · March 3, 2000: 1,150')
  })
})

describe('cells for a spreadsheet', () => {
  it('are rows parted by tabs, drawn lines left out, signs close to their digits', () => {
    expect(tsvOf(matrixOf(STATEMENT, STATEMENT.table?.cells ?? [], { negative: false }))).toBe([
      '\tThree months ended\t',
      '\tDec. 31, 2006\tDec. 31, 2005',
      'Net revenues\t$31,290\t$27,035',
      'Gross profit\t11,204\t9,018',
      'Net loss\t$(312)\t(1,044)'
    ].join('\n'))
  })
  it('are only those that a range touches', () => {
    const cells = cellsIn(STATEMENT, { start: rangeOf('Gross').start, end: rangeOf('9,018').end })
    expect(matrixOf(STATEMENT, cells, { negative: true })).toEqual([['Gross profit', '11,204', '9,018']])
  })
  it.each([['$ ( 312 )', '-$312'], ['(1,044)', '-1,044'], ['( 4.2 ) %', '-4.2%'], ['(a)', '(a)'], ['12 %', '12%'], ['—', '—'], ['($ 5)',
    '-$5'], ['Total (net)', 'Total (net)']])('%s as a negative number is %s', (text, negative) => {
      expect(amountOf(text, true)).toBe(negative)
    })
  it('are escaped in HTML', () => {
    expect(htmlTableOf([['R&D', '<b>', '(63)']])).toBe(
      `<table xmlns:x="urn:schemas-microsoft-com:office:excel"><tr><td style='mso-number-format:"\\@"'>R&amp;D</td>` +
        `<td style='mso-number-format:"\\@"'>&lt;b&gt;</td><td x:num="-63" style='mso-number-format:"0"'>(63)</td></tr></table>`
    )
  })
})

describe('the words of a place', () => {
  it('are those of the cell where they stand in one, else as quoted', () => {
    expect(toldWords([STATEMENT], rangeOf('9,018'), '9,018')).toBe('Gross profit · Three months ended Dec. 31, 2005: 9,018')
    expect(toldWords([STATEMENT], rangeOf('Gross profit'), 'Gross profit')).toBe('Gross profit')
    expect(toldWords([], rangeOf('9,018'), '9,018')).toBe('9,018')
  })
})
