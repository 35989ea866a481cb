import type { Block, Table, TableCell } from '#contract/filing'
import { onceFor } from '#model/remember'

/** A place in a row: a cell, or a column that no cell stands in nor reaches down into. */
export interface Place {
  readonly column: number
  readonly cell: TableCell | null
}

/** A table row by row, ready to be drawn. */
export interface Grid {
  /** The places of each row, columns without a cell filled, so that figures stay under their heading. */
  readonly rows: readonly (readonly Place[])[]
  /** How many rows at the top name the columns. */
  readonly heads: number
  readonly columns: number
}

const FIGURE = /^[\s$€£¥(−–-]*[\d.,][\d.,%)xX\s]*$|^[\s$€£¥]*[—–-]\s*%?$/

/** Whether the words of a cell are a figure, which is set to the right and never broken. */
export const isFigureText = (text: string): boolean => text.length <= 60 && FIGURE.test(text)

const cellsByRow = ({ rows, cells }: Table): readonly (readonly TableCell[])[] => {
  const byRow = Array.from({ length: rows }, (): TableCell[] => [])
  for (const cell of cells) byRow[cell.row]?.push(cell)
  return byRow.map((row) => row.sort((a, b) => a.column - b.column))
}

/** The columns of each row that a cell of an earlier row reaches down into; nothing for most rows of most tables. */
const takenColumns = ({ rows, cells }: Table): ReadonlyMap<number, ReadonlySet<number>> => {
  const taken = new Map<number, Set<number>>()
  for (const cell of cells) {
    for (let row = cell.row + 1; row < Math.min(rows, cell.row + cell.rowSpan); row += 1) {
      const columns = taken.get(row) ?? new Set<number>()
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) columns.add(column)
      taken.set(row, columns)
    }
  }
  return taken
}

const placesOf = (cells: readonly TableCell[], taken: ReadonlySet<number> | undefined, columns: number): readonly Place[] => {
  const places: Place[] = []
  let column = 0
  const fill = (to: number): void => {
    for (; column < to; column += 1) if (!taken?.has(column)) places.push({ column, cell: null })
  }
  for (const cell of cells) {
    fill(cell.column)
    places.push({ column: cell.column, cell })
    column = Math.max(column, cell.column + cell.columnSpan)
  }
  fill(columns)
  return places
}

/** The rows of a table, worked out once for each table. */
export const gridOf = onceFor((table: Table): Grid => {
  const rows = cellsByRow(table)
  const taken = takenColumns(table)
  const body = rows.findIndex((row) => row.some((cell) => !cell.header))
  return {
    rows: rows.map((row, at) => placesOf(row, taken.get(at), table.columns)),
    heads: Math.max(0, body),
    columns: table.columns
  }
})

/** Cells beyond which only the rows in sight are drawn. */
const MOST_CELLS = 400
/** Columns beyond which a table is set as running text, row by row: nobody reads so many beside each other. */
const MOST_COLUMNS = 64
/** Code units of one cell beyond which the same holds. */
const LONGEST_CELL = 20_000

/** How a table is drawn: all of it, the rows in sight alone, or as running text. */
export const drawingOf = (table: Table): 'whole' | 'rows' | 'text' => {
  if (table.columns > MOST_COLUMNS || table.cells.some(({ start, end }) => end - start > LONGEST_CELL)) return 'text'
  return table.cells.length > MOST_CELLS ? 'rows' : 'whole'
}

/** Code units of a text in columns beyond which it may be drawn in part. */
const LONG_TEXT = 8_000

/** Whether of a block only the rows in sight may be drawn, so that it keeps its own place on the page. */
export const keepsItsPlace = ({ table, verbatim }: Block): boolean =>
  verbatim ? verbatim.text.length > LONG_TEXT : table !== undefined && drawingOf(table) !== 'whole'
