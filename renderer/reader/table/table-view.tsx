import { lowerBound } from '#model/lower-bound'
import { memo, type ReactNode, useMemo, useRef } from 'react'
import type { Block, InlineRun, Table, TableCell } from '#contract/filing'
import { withLineEnds } from '#model/line-ends'
import { GAP_FROM, GAP_TO } from '../live-range'
import { ShownRuns } from '../shown-runs'
import { columnWidths, rowHeights } from './column-widths'
import { type Grid, gridOf, drawingOf, isFigureText, type Place } from './grid'
import { RunningRows } from './running-rows'
import { groupsOf } from './row-window'
import { TableFrame } from './table-frame'
import { GROUP, useRowWindow } from './use-row-window'
import type { Columns } from './use-side-scroll'

/** A block that is a table, with the text as it is set and its runs in order. */
interface Drawn {
  readonly text: string
  readonly runs: readonly InlineRun[]
  readonly grid: Grid
}

/** The runs that touch a cell; they are ordered by where they begin, and few are longer than a cell. */
const runsIn = (runs: readonly InlineRun[], { start, end }: TableCell): readonly InlineRun[] => {
  if (runs.length < 12) return runs
  const first = lowerBound(runs.length, (one) => (runs[one]?.end ?? 0) <= start)
  let to = first
  while (to < runs.length && (runs[to]?.start ?? end) < end) to += 1
  return runs.slice(first, to)
}

const classOf = (cell: TableCell, text: string): string => {
  const figure = isFigureText(text)
  const rule = cell.rule === undefined ? '' : ` rule-${cell.rule}`
  return `cell cell-${figure && cell.align === 'left' ? 'right' : cell.align}${figure ? ' numeric' : ''}${rule}`
}

const Cell = ({ drawn: { text, runs }, cell, held }: { readonly drawn: Drawn; readonly cell: TableCell; readonly held: boolean }) => {
  const className = classOf(cell, text.slice(cell.start, cell.end))
  const more = {
    ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
    ...(cell.columnSpan > 1 ? { colSpan: cell.columnSpan } : {}),
    ...(cell.indent === undefined ? {} : { style: { '--indent': String(cell.indent) } as const })
  }
  const content = held
    ? text.slice(cell.start, cell.end)
    : <ShownRuns text={text} start={cell.start} end={cell.end} runs={runsIn(runs, cell)} />
  return cell.header
    ? <th className={className} scope="col" {...more}>{content}</th>
    : <td className={className} {...more}>{content}</td>
}

interface RowProps {
  readonly drawn: Drawn
  readonly places: readonly Place[]
  /** The number of the row, from 1; only where not all rows are drawn. */
  readonly number?: number
  /** Whether it is a copy that only stands in for the row, and has no words of its own. */
  readonly held?: boolean
}

const Row = memo(({ drawn, places, number, held = false }: RowProps) => (
  <tr aria-rowindex={number}>
    {places.map(({ column, cell }) =>
      cell ? <Cell key={column} drawn={drawn} cell={cell} held={held} /> : <td key={column} className="cell" />
    )}
  </tr>
))
Row.displayName = 'Row'

const rowsOf = (drawn: Drawn, from: number, to: number, more: { readonly held?: boolean; readonly numbered?: boolean } = {}): ReactNode =>
  drawn.grid.rows.slice(from, to).map((places, at) => (
    <Row key={from + at} drawn={drawn} places={places} held={more.held ?? false} {...(more.numbered ? { number: from + at + 1 } : {})} />
  ))

const Cols = ({ columns, widths }: { readonly columns: number; readonly widths?: readonly number[] }) => (
  <colgroup>
    {Array.from({ length: columns }, (_, at) => <col key={at} {...(widths ? { style: { width: widths[at] } } : {})} />)}
  </colgroup>
)

/** Where the columns of a drawn table begin, by its `col` elements; the copy of the head is given the same widths. */
const columnsOfTable = (box: HTMLElement): Columns => {
  const cols = [...box.querySelectorAll('col')]
  const { left = 0, width = 0 } = box.querySelector('table')?.getBoundingClientRect() ?? {}
  const rects = cols.map((col) => col.getBoundingClientRect())
  const copies = box.parentElement?.querySelectorAll<HTMLElement>('.table-head col') ?? []
  // A table by fixed widths would stretch over the room it has; the copy is as wide as what it stands for.
  const copy = box.parentElement?.querySelector<HTMLElement>('.table-head table')
  if (copy) copy.style.width = `${String(width)}px`
  rects.forEach((rect, at) => {
    const column = copies[at]
    if (column) column.style.width = `${String(rect.width)}px`
  })
  return { begins: rects.map((rect) => rect.left - left), held: rects[0]?.width ?? 0 }
}

const Head = ({ drawn }: { readonly drawn: Drawn }) => (
  <table className="table is-fixed">
    <Cols columns={drawn.grid.columns} />
    <thead>{rowsOf(drawn, 0, drawn.grid.heads, { held: true })}</thead>
  </table>
)

const WholeTable = ({ drawn }: { readonly drawn: Drawn }) => {
  const { rows, heads, columns } = drawn.grid
  return (
    <table className="table">
      <Cols columns={columns} />
      {heads > 0 ? <thead>{rowsOf(drawn, 0, heads)}</thead> : null}
      <tbody>{rowsOf(drawn, heads, rows.length)}</tbody>
    </table>
  )
}

/** Cells that are drawn together. */
const CELLS_OF_GROUP = 160

/** Stands for rows that are not drawn; `from` and `to` are the shown offsets of their words. */
const Space = (
  { height, columns, from, to }: { readonly height: number; readonly columns: number; readonly from: number; readonly to: number }
) => (
  <tbody aria-hidden="true" {...{ [GAP_FROM]: from, [GAP_TO]: to }}>
    <tr>
      <td colSpan={columns} className="table-space" style={{ height }} />
    </tr>
  </tbody>
)

const startOf = ({ grid, text }: Drawn, row: number): number => {
  for (let at = row; at < grid.rows.length; at += 1) {
    const cell = grid.rows[at]?.find((place) => place.cell)?.cell
    if (cell) return cell.start
  }
  return text.length
}

const LongTable = ({ drawn, table }: { readonly drawn: Drawn; readonly table: Table }) => {
  const box = useRef<HTMLTableElement>(null)
  const { rows, heads, columns } = drawn.grid
  const widths = useMemo(() => columnWidths(drawn.text, table), [drawn, table])
  const guess = useMemo(() => rowHeights(drawn.text, drawn.grid, widths), [drawn, widths])
  const groups = useMemo(() => groupsOf(rows.length - heads, Math.max(2, Math.floor(CELLS_OF_GROUP / Math.max(1, columns)))), [rows, heads,
    columns])
  const guessOf = useMemo(() => (row: number): number => guess[row + heads] ?? 0, [guess, heads])
  const { drawn: shown, space } = useRowWindow(box, groups, guessOf)
  const pieces: ReactNode[] = []
  let next = 0
  const skipTo = (to: number): void => {
    if (to <= next) return
    const [first, last] = [groups[next], groups[to - 1]]
    if (first && last) {
      pieces.push(
        <Space key={`to-${String(to)}`} height={space(next, to)} columns={columns} from={startOf(drawn, heads + first.from)}
          to={startOf(drawn, heads + last.to)} />
      )
    }
  }
  for (const at of shown) {
    const group = groups[at]
    if (!group) continue
    skipTo(at)
    pieces.push(
      <tbody key={at} {...{ [GROUP]: at }}>{rowsOf(drawn, heads + group.from, heads + group.to, { numbered: true })}</tbody>
    )
    next = at + 1
  }
  skipTo(groups.length)
  return (
    <table className="table is-fixed is-long" ref={box} aria-rowcount={rows.length}
      style={{ width: widths.reduce((sum, width) => sum + width, 0) }}
    >
      <Cols columns={columns} widths={widths} />
      {heads > 0 ? <thead>{rowsOf(drawn, 0, heads, { numbered: true })}</thead> : null}
      {pieces}
    </table>
  )
}

/** A table of the filing as a table: whole, or where it is long the rows in sight; one that no page holds is set as running text. */
export const TableView = memo(({ block, table }: { readonly block: Block; readonly table: Table }) => {
  const drawn = useMemo((): Drawn => ({
    text: withLineEnds(block.text, block.breaks),
    runs: [...block.runs ?? []].sort((a, b) => a.start - b.start),
    grid: gridOf(table)
  }), [block, table])
  const how = drawingOf(table)
  if (how === 'text') return <RunningRows blockId={block.id} text={drawn.text} table={table} />
  const head = drawn.grid.heads > 0 && drawn.grid.rows.length > 8 ? <Head drawn={drawn} /> : undefined
  return (
    <TableFrame blockId={block.id} label="Table" columns={columnsOfTable} {...(head ? { head } : {})}>
      {how === 'rows' ? <LongTable drawn={drawn} table={table} /> : <WholeTable drawn={drawn} />}
    </TableFrame>
  )
})
TableView.displayName = 'TableView'
