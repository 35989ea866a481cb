/** What a cell holds: text, a number, a day as `YYYY-MM-DD`, or nothing. */
export type WorkCell = string | number | { readonly day: string } | null

/** One column: its title and its width in characters. */
export interface WorkColumn {
  readonly title: string
  readonly width: number
}

/** A table of the work. Every row has a cell for each column. */
export interface WorkTable {
  readonly name: string
  readonly columns: readonly WorkColumn[]
  readonly rows: readonly (readonly WorkCell[])[]
}

/** How a cell of a kind of row is made, with the column it stands in. */
export interface CellOf<T> extends WorkColumn {
  readonly cell: (row: T) => WorkCell
}

/** A day, or nothing; of a time its day. */
export const dayCell = (at: string | null): WorkCell => at === null || !/^\d{4}-\d{2}-\d{2}/.test(at) ? at : { day: at.slice(0, 10) }

/** Makes a table of rows. */
export const tableOf = <T>(name: string, columns: readonly CellOf<T>[], rows: readonly T[]): WorkTable => ({
  name,
  columns: columns.map(({ title, width }) => ({ title, width })),
  rows: rows.map((row) => columns.map(({ cell }) => cell(row)))
})
