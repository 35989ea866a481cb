import type { InlineRun, Table, TableCell } from '#contract/filing'
import { rowHeight, rowMarks } from './margin-mark'
import { html, joined, type Markup } from './markup'
import { numberedIn, printText, type TextMark } from './print-text'

/** What the text column holds on a page that stands, and on one that is turned, in points (print.css). */
const COLUMN_WIDTHS = [430, 610] as const

/**
 * The sizes a table is set in, largest first: the average width of a character and the padding of a cell, in points (print.css;
 * measured on figures in a sans serif type). No type of a table is smaller than 7 pt.
 */
const SIZES = [
  { name: 'plain', character: 4.7, padding: 8 },
  { name: 'dense', character: 4.05, padding: 4.8 },
  { name: 'densest', character: 3.9, padding: 4.8 }
] as const

/** How many characters of a label stand beside each other at least, before a table is set smaller or its page is turned. */
const LABEL = 22

/** How many rows a page that stands, and one that is turned, holds for certain where none of them is long. */
const ROWS_TO_A_PAGE = [44, 32] as const

/** The most steps a label is set in (print.css). */
const MOST_STEPS = 6

/** How a table is set: the class of its size (print.css), whether its page is turned, and whether it is kept on one page. */
export interface TableSetting {
  readonly size: string
  readonly turned: boolean
  readonly whole: boolean
}

/** A figure longer than this (code units) is prose that happens to stand on the right. */
const LONGEST_FIGURE = 16

/** Whether a cell holds a figure and no prose. */
export const isFigure = (cell: TableCell): boolean => cell.align === 'right' && cell.end - cell.start <= LONGEST_FIGURE

const longestWord = (text: string): number => text.split(/\s+/).reduce((most, word) => Math.max(most, word.length), 0)

/** How many of the used columns lie in `from` to `to`. */
export const countBetween = (columns: readonly number[], from: number, to: number): number => {
  let count = 0
  for (const column of columns) if (column >= from && column < to) count += 1
  return count
}

/**
 * The columns that hold something, as positions among themselves: a filing lays its tables out with narrow empty columns between
 * the figures, which paper has no room for.
 */
export const usedColumns = (table: Table): readonly number[] => {
  const used = new Set<number>()
  for (const cell of table.cells) if (cell.end > cell.start) used.add(cell.column)
  return [...used].sort((a, b) => a - b)
}

/** The characters each used column needs so that none of its words is broken. */
const charactersOf = (table: Table, columns: readonly number[], text: string): number => {
  const widths = new Map<number, number>()
  for (const cell of table.cells) {
    if (countBetween(columns, cell.column, cell.column + cell.columnSpan) !== 1) continue
    const column = columns.find((used) => used >= cell.column) ?? cell.column
    const words = text.slice(cell.start, cell.end)
    const needed = isFigure(cell) ? words.length : Math.max(longestWord(words), column === columns[0] ? Math.min(LABEL, words.length) : 0)
    widths.set(column, Math.max(widths.get(column) ?? 0, needed))
  }
  return [...widths.values()].reduce((sum, width) => sum + width, 0)
}

/**
 * The largest size in which no column is narrower than its longest word, on a page that stands where one holds it and on a turned page
 * else; where even the smallest is too wide for that, words may break.
 */
export const settingOf = (table: Table, text: string): TableSetting => {
  const columns = usedColumns(table)
  const characters = charactersOf(table, columns, text)
  const fits = (width: number): string | undefined =>
    SIZES.find(({ character, padding }) => characters * character + columns.length * padding <= width)?.name
  const [standing, lying] = COLUMN_WIDTHS
  const upright = fits(standing)
  const [rows, fewer] = ROWS_TO_A_PAGE
  return upright === undefined
    ? { size: fits(lying) ?? 'breaking', turned: true, whole: table.rows <= fewer }
    : { size: upright, turned: false, whole: table.rows <= rows }
}

const printCell = (cell: TableCell, columns: readonly number[], text: string, runs: readonly InlineRun[], marks: readonly TextMark[],
  numbers: Markup | null): Markup => {
  const span = countBetween(columns, cell.column, cell.column + cell.columnSpan)
  const content: Markup = { markup: printText(text, cell.start, cell.end, runs, marks, 'cell') }
  const name = cell.header ? 'th' : 'td'
  const attributes = `${span > 1 ? ` colspan="${span}"` : ''}${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''} class="${cell.align}${
    isFigure(cell) ? ' figure' : ''
  }${cell.rule === undefined ? '' : ` sum-${cell.rule}`}${cell.indent ? ` step${Math.min(MOST_STEPS, cell.indent)}` : ''}"`
  return { markup: `<${name}${attributes}>${numbers?.markup ?? ''}${content.markup}</${name}>` }
}

/** The numbers of the marks that begin in a row, for the margins beside it, and how high it must be for them. */
const numbersOf = (row: readonly TableCell[], marks: readonly TextMark[]): { numbers: Markup; height: number } => {
  const [own, suggested] = (['own', 'suggested'] as const).map((side) =>
    row.flatMap(({ start, end }) => numberedIn(marks, start, end, side))
  )
  const blocks = [rowMarks(own ?? [], 'own'), rowMarks(suggested ?? [], 'suggested')]
  return { numbers: joined(blocks.filter((block) => block !== null)),
    height: rowHeight(Math.max(own?.length ?? 0, suggested?.length ?? 0)) }
}

/** One row: its cells, with an empty one for each stretch of used columns that no cell of this or an earlier row covers. */
const printRow = (
  row: readonly TableCell[],
  columns: readonly number[],
  covered: ReadonlySet<number>,
  print: (cell: TableCell) => Markup,
  height: number
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
  return height === 0 ? html`<tr>${pieces}</tr>` : html`<tr height="${height}">${pieces}</tr>`
}

/** A table with its cells, without the columns that are empty throughout. Heading rows at the top are repeated on each page. */
export const printTable = (table: Table, text: string, runs: readonly InlineRun[], marks: readonly TextMark[]): Markup => {
  const columns = usedColumns(table)
  const rows: TableCell[][] = Array.from({ length: table.rows }, () => [])
  for (const cell of table.cells) {
    const isPlaceholder = cell.end === cell.start && countBetween(columns, cell.column, cell.column + cell.columnSpan) === 0
    if (!isPlaceholder) rows[cell.row]?.push(cell)
  }
  const coveredFrom: { until: number; cell: TableCell }[] = []
  const printed = rows.map((row, at) => {
    const covered = new Set<number>()
    for (const { until, cell } of coveredFrom) {
      if (until > at) {
        for (const column of columns) if (column >= cell.column && column < cell.column + cell.columnSpan) covered.add(column)
      }
    }
    for (const cell of row) if (cell.rowSpan > 1) coveredFrom.push({ until: at + cell.rowSpan, cell })
    const sorted = row.toSorted((a, b) => a.column - b.column)
    const { numbers, height } = numbersOf(sorted, marks)
    const print = (cell: TableCell): Markup => printCell(cell, columns, text, runs, marks, cell === sorted[0] ? numbers : null)
    return printRow(sorted, columns, covered, print, height)
  })
  const isHead = (row: readonly TableCell[]): boolean => row.length > 0 && row.every((cell) => cell.header && cell.rowSpan === 1)
  const body = rows.findIndex((row) => !isHead(row))
  const heads = body < 0 ? 0 : body
  return html`<table class="${settingOf(table, text).size}">${heads > 0 ? html`<thead>${printed.slice(0, heads)}</thead>` : null}<tbody>${
    printed.slice(heads)
  }</tbody></table>`
}
