import type { Table, TableCell } from '#contract/filing'
import { cutCells, isFigure, lineRole, type Cell, type LineRole } from './text-columns'
import type { Line } from './text-lines'

/** A run of lines that is a table, by line numbers, `to` excluded. */
export interface LineSpan {
  readonly from: number
  readonly to: number
}

/** How many lines without figures may stand between two rows of one table: labels, rules, blanks, headers. */
const MAX_BREAK = 5

/** How many lines above the first row are looked at for column heads. */
const MAX_HEAD = 10

/** The column where the figures of a row begin. */
const figureColumn = (raw: string, line: Line): number => {
  const cells = cutCells(raw, line, 2)
  let column = cells[cells.length - 1]?.column ?? 0
  for (let at = cells.length - 1; at >= 0; at -= 1) {
    const cell = cells[at]
    if (!cell || !isFigure(raw.slice(cell.start, cell.end))) break
    column = cell.column
  }
  return column
}

/** Most labels between the heads and the first row, as "Assets" and "Current assets:", that blank lines part from it. */
const MAX_LABELS = 3

/**
 * Takes in the heads above the first row: rules, and lines that stand over the figures. Labels below the heads, which blank lines may part from the
 * first row, go with them; where no head stands above such labels they are headings and stay out.
 */
const extendUp = (lines: readonly Line[], roles: readonly LineRole[], floor: number, from: number, column: number): number => {
  let start = from
  let labels = 0
  for (let at = from - 1; at >= floor && at >= from - MAX_HEAD; at -= 1) {
    const line = lines[at]
    const role = roles[at]
    if (!line || role === 'text') break
    if (role === 'blank') continue
    const isOver = line.indent >= column - 8 && line.indent >= 20
    const isHead = role === 'rule' || role === 'columns' || role === 'row'
    // Above labels that stand apart only what is over the figures is known to be their head.
    if (isOver || (isHead && (start < from || labels === 0))) start = at
    else if (role !== 'label') break
    else if (at === from - 1) start = at
    else if (start === from && labels < MAX_LABELS) labels += 1
    else if (start === from) break
  }
  return start
}

/** Takes in the rules, and the labels that stand right under the last row. */
const extendDown = (roles: readonly LineRole[], ceiling: number, to: number): number => {
  let end = to
  for (let at = to; at < ceiling && at < to + 3; at += 1) {
    if (roles[at] === 'rule') end = at + 1
    else if (roles[at] !== 'blank') break
  }
  return end
}

/**
 * Finds tables that no tag marks: two or more rows with figures or three lines in aligned columns, with at most five
 * other short lines between two of them. Never a line of running text. Lines that `isBarred` names end any table.
 */
export const findTables = (raw: string, lines: readonly Line[], measure: number, isBarred: (index: number) => boolean): LineSpan[] => {
  const roles = lines.map((line, index): LineRole => (isBarred(index) ? 'text' : lineRole(raw, line, measure)))
  const to = lines.length
  const spans: LineSpan[] = []
  let at = 0
  let floor = 0
  while (at < to) {
    if (roles[at] !== 'row') {
      at += 1
      continue
    }
    let last = at
    let rows = 1
    for (let next = at + 1, pause = 0; next < to && pause <= MAX_BREAK; next += 1) {
      if (roles[next] === 'text') break
      if (roles[next] === 'row') {
        last = next
        rows += 1
        pause = 0
      } else if (roles[next] !== 'rule' && roles[next] !== 'columns') pause += 1
    }
    const first = lines[at]
    if (rows >= 2 && first) {
      const start = extendUp(lines, roles, floor, at, figureColumn(raw, first))
      floor = extendDown(roles, to, last + 1)
      spans.push({ from: start, to: floor })
      at = floor
    } else at = last + 1
  }
  return mergeColumns(raw, lines, roles, spans)
}

/** Whether two lines in columns share a column, two columns tolerated. */
const sharesColumn = (above: readonly Cell[], below: readonly Cell[]): boolean =>
  above.slice(1).some((cell) =>
    below.slice(1).some((other) => Math.abs(cell.column - other.column) <= 2 || Math.abs(cell.right - other.right) <= 1)
  )

/** Adds tables of words: three or more lines that follow each other in the same columns. */
const mergeColumns = (raw: string, lines: readonly Line[], roles: readonly LineRole[], figures: readonly LineSpan[]): LineSpan[] => {
  const spans: LineSpan[] = []
  let floor = 0
  for (const stop of [...figures, { from: lines.length, to: lines.length }]) {
    let start = -1
    let count = 0
    let last = -1
    let cells: Cell[] = []
    const close = (): void => {
      if (count >= 3) spans.push({ from: start, to: last + 1 })
      start = -1
      count = 0
    }
    for (let at = floor; at < stop.from; at += 1) {
      const line = lines[at]
      const role = roles[at]
      if (!line || role === 'blank' || role === 'rule' || role === 'label') {
        if (start >= 0 && (at - last > 2 || (role === 'label' && at - last > 1))) close()
        continue
      }
      const next = role === 'columns' || role === 'row' ? cutCells(raw, line, 3) : []
      if (next.length >= 2 && start >= 0 && sharesColumn(cells, next)) count += 1
      else {
        close()
        if (next.length < 2) continue
        start = at
        count = 1
      }
      last = at
      cells = next
    }
    close()
    if (stop.to > stop.from) spans.push(stop)
    floor = stop.to
  }
  return spans
}

/** Columns of a table: the left edge of text columns and the right edge of figures, clustered. */
const clusterColumns = (rows: readonly (readonly Cell[])[]): number[] => {
  const edges = rows.flatMap((cells) => cells.slice(1).map((cell) => cell.right)).sort((a, b) => a - b)
  const columns: number[] = []
  for (const edge of edges) {
    const last = columns[columns.length - 1]
    if (last === undefined || edge - last > 4) columns.push(edge)
    else columns[columns.length - 1] = edge
  }
  return columns
}

/**
 * The cells of a table of text lines, as offsets into its shown `text`. `shownOf` leads from a source offset to the shown
 * text. Rules and heads are rows too; a cell lies in the first column whose right edge it does not pass.
 */
export const readGrid = (raw: string, lines: readonly Line[], measure: number, text: string,
  shownOf: (source: number) => number): Table => {
  const kept = lines.filter((line) => line.last > line.first)
  const rows = kept.map((line) => cutCells(raw, line, lineRole(raw, line, measure) === 'columns' ? 3 : 2))
  const columns = clusterColumns(rows)
  const cells: TableCell[] = []
  rows.forEach((row, index) => {
    let floor = 0
    row.forEach((cell, order) => {
      const isStub = order === 0 && cell.column <= (columns[0] ?? 0) - (cell.right - cell.column)
      const found = columns.findIndex((edge) => cell.right <= edge + 1)
      const column = isStub ? 0 : Math.max(floor, found < 0 ? columns.length : found + 1)
      floor = column + 1
      let start = Math.max(shownOf(cell.start), cells[cells.length - 1]?.end ?? 0)
      let end = Math.min(shownOf(cell.end - 1) + 1, text.length)
      while (start < end && text.charCodeAt(start) === 32) start += 1
      while (end > start && text.charCodeAt(end - 1) === 32) end -= 1
      if (end <= start) return
      const figure = isFigure(raw.slice(cell.start, cell.end))
      cells.push({ row: index, column, rowSpan: 1, columnSpan: 1, start, end, align: figure ? 'right' : 'left', header: false })
    })
  })
  const widest = cells.reduce((most, cell) => Math.max(most, cell.column + 1), 0)
  return { rows: rows.length, columns: widest, cells }
}
