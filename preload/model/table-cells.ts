/** What the cells of a table say: which row and column they stand in, and how they go to a spreadsheet. */
import type { Block, TableCell } from '#contract/filing'
import type { TextRange } from '#contract/range'
import { sheetAttributes } from './sheet-cell'
import { shownRange } from './text-map'

/** A cell in words: what its row and its column are called (empty where they have no name), and what stands in it. */
export interface CellWords {
  readonly row: string
  readonly column: string
  readonly value: string
}

const textOf = (block: Block, { start, end }: Pick<TableCell, 'start' | 'end'>): string =>
  block.text.slice(start, end).replace(/\s+/g, ' ').trim()

/** The cells of a table that a source range touches, in the order of their rows; none where the block is no table. */
export const cellsIn = (block: Block, range: TextRange): readonly TableCell[] => {
  const shown = block.table ? shownRange(block.map, range) : null
  if (!block.table || !shown) return []
  return block.table.cells.filter(({ start, end }) => start < shown.end && end > shown.start)
}

const NUMBER = /^[\s$€£¥(+–—−-]*(?:\d[\d,]*(?:\.\d+)?|\.\d+)[\s%)xX]*(?:\s?\(?[a-z\d*†‡]{1,2}\))?$/i
const YEAR = /^(?:19|20)\d\d$/
const NIL = /^[\s$€£¥]*[-–—]{1,3}\s*%?$/
const RULE = /^[\s\-=_]{2,}$/

/** Whether the words of a cell are an amount, which names neither a row nor a column. */
const isAmount = (text: string): boolean => (NUMBER.test(text) && !YEAR.test(text)) || NIL.test(text)

const overlaps = (a: TableCell, b: TableCell): boolean => a.column < b.column + b.columnSpan && b.column < a.column + a.columnSpan

/** How many rows above the first with an amount may be its head, in a table whose cells do not say so. */
const MOST_HEADS = 8

/** The rows that name the columns: those that say so, else those above the first row with an amount. */
const headRows = (block: Block, cells: readonly TableCell[]): number => {
  const said = cells.reduce((most, { header, row, rowSpan }) => (header ? Math.max(most, row + rowSpan) : most), 0)
  if (said > 0) return said
  const first = cells.find((cell) => cell.column > 0 && isAmount(textOf(block, cell)))
  return first && first.row <= MOST_HEADS ? first.row : 0
}

const rowName = (block: Block, cells: readonly TableCell[], cell: TableCell): string =>
  cells.filter((other) => other !== cell && other.row <= cell.row && other.row + other.rowSpan > cell.row && other.column < cell.column)
    .map((other) => textOf(block, other)).find((text) => /\p{L}/u.test(text) && !isAmount(text)) ?? ''

const columnName = (block: Block, cells: readonly TableCell[], heads: number, cell: TableCell): string =>
  cells.filter((other) =>
    other.row < heads && other.row < cell.row && overlaps(other, cell)
    && !(other.column === 0 && other.columnSpan < cell.column + cell.columnSpan)
  )
    .map((other) => textOf(block, other)).filter((text) => text !== '' && !RULE.test(text)).join(' ')

/**
 * The row, the column and the words of the one cell that a source range lies in; null where it lies in no table, in several cells, or in
 * a cell that itself names a row or a column.
 */
export const cellWords = (block: Block, range: TextRange): CellWords | null => {
  const touched = cellsIn(block, range)
  const [cell] = touched
  const cells = block.table?.cells ?? []
  if (!cell || touched.length !== 1 || cell.header) return null
  const heads = headRows(block, cells)
  if (cell.row < heads) return null
  const row = rowName(block, cells, cell)
  const column = columnName(block, cells, heads, cell)
  return row === '' && column === '' ? null : { row, column, value: textOf(block, cell) }
}

/** A cell in one line, such as "Gross profit · Three months ended Dec. 31, 2006: 11,204". */
export const saidOfCell = ({ row, column, value }: CellWords): string =>
  `${[row, column].filter((part) => part !== '').join(' · ')}: ${value}`

/** An amount as a spreadsheet reads it: its signs close to its digits; with `negative` a bracket becomes a minus sign. */
export const amountOf = (text: string, negative: boolean): string => {
  if (!isAmount(text)) return text
  const close = text.replace(/\s+/g, '')
  const inBrackets = /^([$€£¥]?)\(([$€£¥]?)([\d.,]+)\)?(%?)\)?$/.exec(close)
  if (!negative || !inBrackets) return close
  const [, before = '', inside = '', digits = '', percent = ''] = inBrackets
  return `-${before === '' ? inside : before}${digits}${percent}`
}

/** How cells are copied. */
export interface CopiedCells {
  /** Whether numbers in brackets become negative ones. */
  readonly negative: boolean
}

/** The largest box of cells that is copied, in cells: what a spreadsheet takes at once. */
const MOST_COPIED = 400_000

/**
 * The texts of cells as rows of equal length, from the first to the last row and column that they stand in. Drawn lines are left out, with the
 * rows that hold nothing else; an amount is what a spreadsheet reads as one.
 */
export const matrixOf = (block: Block, cells: readonly TableCell[], { negative }: CopiedCells): readonly (readonly string[])[] => {
  const kept = cells.filter((cell) => !RULE.test(textOf(block, cell)))
  const first = kept.reduce((least, { column }) => Math.min(least, column), Infinity)
  const last = kept.reduce((most, { column }) => Math.max(most, column), 0)
  const rows = [...new Set(kept.map(({ row }) => row))].sort((a, b) => a - b)
  if (kept.length === 0 || rows.length * (last - first + 1) > MOST_COPIED) return []
  const place = new Map(rows.map((row, at) => [row, at]))
  const out = rows.map(() => new Array<string>(last - first + 1).fill(''))
  for (const cell of kept) {
    const row = out[place.get(cell.row) ?? 0]
    if (row) row[cell.column - first] = amountOf(textOf(block, cell), negative)
  }
  return out
}

/** Rows as values parted by tabs, a line to a row. */
export const tsvOf = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join('\t')).join('\n')

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** What names the attributes of numbers for spreadsheets that read HTML. */
const SHEETS = 'urn:schemas-microsoft-com:office:excel'

/** Rows as an HTML table, for the clipboard of the system: numbers stay numbers in a spreadsheet, and codes, dates and formulas stay text. */
export const htmlTableOf = (rows: readonly (readonly string[])[]): string =>
  `<table xmlns:x="${SHEETS}">${
    rows.map((row) => `<tr>${row.map((text) => `<td${sheetAttributes(text)}>${escaped(text)}</td>`).join('')}</tr>`).join('')
  }</table>`

/** Words as a paragraph of HTML, for the clipboard of the system. */
export const htmlParagraphOf = (text: string): string => `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`

/** The words of a place as notes and lists tell them: a cell of a table with its row and column, anything else as it is quoted. */
export const toldWords = (blocks: readonly Block[], range: TextRange, exact: string): string => {
  const block = blocks.find(({ table, ranges }) =>
    table !== undefined && ranges.some(({ start, end }) => start <= range.start && range.end <= end)
  )
  const words = block && cellWords(block, range)
  return words ? saidOfCell(words) : exact
}
