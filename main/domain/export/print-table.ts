import type { InlineRun, Table, TableCell } from '#contract/filing'
import { html, type Markup } from './markup'
import { printText, type TextMark } from './print-text'

/** More columns than this are set in the smaller, then in the smallest size. */
const DENSE = 7
const DENSEST = 12

/**
 * The columns that hold something, as positions among themselves: a filing lays its tables out with narrow empty columns between
 * the figures, which paper has no room for.
 */
const usedColumns = (table: Table): readonly number[] => {
  const used = new Set<number>()
  for (const cell of table.cells) if (cell.end > cell.start) used.add(cell.column)
  return [...used].sort((a, b) => a - b)
}

/** How many of the used columns lie in `from` to `to`. */
const countBetween = (columns: readonly number[], from: number, to: number): number => {
  let count = 0
  for (const column of columns) if (column >= from && column < to) count += 1
  return count
}

const printCell = (cell: TableCell, columns: readonly number[], text: string, runs: readonly InlineRun[], marks: readonly TextMark[]): Markup => {
  const span = countBetween(columns, cell.column, cell.column + cell.columnSpan)
  const content: Markup = { markup: printText(text, cell.start, cell.end, runs, marks) }
  const name = cell.header ? 'th' : 'td'
  const attributes = `${span > 1 ? ` colspan="${span}"` : ''}${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''} class="${cell.align}"`
  return { markup: `<${name}${attributes}>${content.markup}</${name}>` }
}

/** One row: its cells, with an empty one for each stretch of used columns that no cell of this or an earlier row covers. */
const printRow = (
  row: readonly TableCell[], columns: readonly number[], covered: ReadonlySet<number>, print: (cell: TableCell) => Markup
): Markup => {
  const pieces: Markup[] = []
  let next = 0
  const skipTo = (column: number): void => {
    for (const used of columns) if (used >= next && used < column && !covered.has(used)) pieces.push(html`<td></td>`)
  }
  for (const cell of row) {
    skipTo(cell.column)
    pieces.push(print(cell))
    next = cell.column + cell.columnSpan
  }
  skipTo(Number.MAX_SAFE_INTEGER)
  return html`<tr>${pieces}</tr>`
}

const sizeOf = (columns: number): string => (columns > DENSEST ? 'densest' : columns > DENSE ? 'dense' : 'plain')

/** A table with its cells, without the columns that are empty throughout. Heading rows at the top are repeated on each page. */
export const printTable = (table: Table, text: string, runs: readonly InlineRun[], marks: readonly TextMark[]): Markup => {
  const columns = usedColumns(table)
  const rows: TableCell[][] = Array.from({ length: table.rows }, () => [])
  for (const cell of table.cells) {
    const isPlaceholder = cell.end === cell.start && countBetween(columns, cell.column, cell.column + cell.columnSpan) === 0
    if (!isPlaceholder) rows[cell.row]?.push(cell)
  }
  const coveredFrom: { until: number; cell: TableCell }[] = []
  const print = (cell: TableCell): Markup => printCell(cell, columns, text, runs, marks)
  const printed = rows.map((row, at) => {
    const covered = new Set<number>()
    for (const { until, cell } of coveredFrom) {
      if (until > at) for (const column of columns) if (column >= cell.column && column < cell.column + cell.columnSpan) covered.add(column)
    }
    for (const cell of row) if (cell.rowSpan > 1) coveredFrom.push({ until: at + cell.rowSpan, cell })
    return printRow(row.toSorted((a, b) => a.column - b.column), columns, covered, print)
  })
  const isHead = (row: readonly TableCell[]): boolean => row.length > 0 && row.every((cell) => cell.header && cell.rowSpan === 1)
  const body = rows.findIndex((row) => !isHead(row))
  const heads = body < 0 ? 0 : body
  return html`<table class="${sizeOf(columns.length)}">${
    heads > 0 ? html`<thead>${printed.slice(0, heads)}</thead>` : null}<tbody>${printed.slice(heads)}</tbody></table>`
}
