import type { Block, Table, TableCell } from '#contract/filing'
import { withLineEnds } from '#contract/line-ends'
import { SHOWN } from './live-range'
import { ShownRuns } from './shown-runs'

const rowsOf = ({ rows, cells }: Table): readonly (readonly TableCell[])[] => {
  const byRow = Array.from({ length: rows }, (): TableCell[] => [])
  for (const cell of cells) byRow[cell.row]?.push(cell)
  return byRow.map((row) => row.sort((a, b) => a.column - b.column))
}

const FIGURE = /^[\s$€£¥(−–-]*[\d.,]+[\d.,%)xX\s]*$|^[\s$€£¥]*[—–-]\s*%?$/

const Cell = ({ block, cell }: { readonly block: Block; readonly cell: TableCell }) => {
  const text = block.text.slice(cell.start, cell.end)
  const figure = FIGURE.test(text)
  const className = `cell cell-${figure && cell.align === 'left' ? 'right' : cell.align}${figure ? ' numeric' : ''}`
  const spans = {
    ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
    ...(cell.columnSpan > 1 ? { colSpan: cell.columnSpan } : {})
  }
  const content = <ShownRuns text={withLineEnds(block.text, block.breaks)} start={cell.start} end={cell.end} runs={block.runs ?? []} />
  return cell.header ? <th className={className} scope="col" {...spans}>{content}</th> : <td className={className} {...spans}>{content}</td>
}

/** A place in a row: a cell, or a column that no cell stands in nor reaches down into. */
type Place = { readonly column: number; readonly cell: TableCell | null }

const placesOf = (cells: readonly TableCell[], taken: ReadonlySet<number>, columns: number): readonly Place[] => {
  const places: Place[] = []
  let column = 0
  const fill = (to: number): void => {
    for (; column < to; column += 1) if (!taken.has(column)) places.push({ column, cell: null })
  }
  for (const cell of cells) {
    fill(cell.column)
    places.push({ column: cell.column, cell })
    column = Math.max(column, cell.column + cell.columnSpan)
  }
  fill(columns)
  return places
}

/** The columns of each row that a cell of an earlier row reaches down into. */
const takenColumns = ({ rows, cells }: Table): readonly ReadonlySet<number>[] => {
  const taken = Array.from({ length: rows }, () => new Set<number>())
  for (const cell of cells) {
    for (let row = cell.row + 1; row < Math.min(rows, cell.row + cell.rowSpan); row += 1) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) taken[row]?.add(column)
    }
  }
  return taken
}

const Row = ({ block, places }: { readonly block: Block; readonly places: readonly Place[] }) => (
  <tr>
    {places.map(({ column, cell }) => (cell ? <Cell key={column} block={block} cell={cell} /> : <td key={column} className="cell" />))}
  </tr>
)

/** A table of the filing as a table; it scrolls sideways by itself where it is wider than the page. Columns without a cell are filled, so that figures stay under their heading. */
export const TableView = ({ block, table }: { readonly block: Block; readonly table: Table }) => {
  const rows = rowsOf(table)
  const taken = takenColumns(table)
  const heads = rows.findIndex((row) => row.some((cell) => !cell.header))
  const split = heads < 0 ? 0 : heads
  const draw = (row: readonly TableCell[], at: number) => (
    <Row key={at} block={block} places={placesOf(row, taken[at] ?? new Set(), table.columns)} />
  )
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label="Table">
      <table className="table">
        {split > 0 ? <thead>{rows.slice(0, split).map(draw)}</thead> : null}
        <tbody>{rows.slice(split).map((row, at) => draw(row, at + split))}</tbody>
      </table>
    </div>
  )
}

/** Columns as they stand in the source, set in type of one width. */
export const VerbatimView = ({ text }: { readonly text: string }) => (
  <div className="table-box" tabIndex={0} role="region" aria-label="Text in columns">
    <pre className="verbatim" {...{ [SHOWN]: 0 }}>{text}</pre>
  </div>
)
