import { dataTable, isAmount, type CellDraft } from './html-grid'
import { setting, type StyleRules } from './html-styles'
import type { HtmlAttributes } from './html-tokens'
import { joinLeaves, type Leaf } from './html-leaves'
import { pattern } from '#model/pattern'

interface Frame {
  firstLeaf: number
  readonly cells: CellDraft[]
  row: number
  /** What is said of the row that is open. */
  rules: StyleRules
  open: CellDraft | null
  /** Whether a table inside this one was kept as a table, so that this one only lays out the page. */
  holdsTable: boolean
}

const noRules: StyleRules = {}

const span = (value: string | undefined, most: number): number => {
  const number = value === undefined ? 1 : Number.parseInt(value, 10)
  return Number.isNaN(number) || number < 1 ? 1 : Math.min(number, most)
}

/** The text of a cell that only marks the next one: a bullet, `(a)`, `1.`, `Item 1A.`, `Note 3`. */
const markers = pattern('iu')`
  ^(?:[•·▪◦■●○❖➢✓‣∙☐☑☒§Ø\u00b7\uf0b7\uf0a7o*–—-]|\(?(?:[a-z]|\d{1,3}|[ivx]{1,5})[).]|\((?:\d{1,3}|[a-z]{1,3}|\*{1,3})\)
  |\*{1,3}|[†‡]|items?\s+\d{1,2}[a-c]?\s*[.:–—-]*|part\s+[iv]{1,3}\s*[.:,–—-]*|note\s+\d{1,2}\s*[.:–—-]*)$`

/** Whether a leaf is only a bullet, a number or a label for the text beside it. */
export const isMarker = (leaf: Leaf | undefined): leaf is Leaf =>
  leaf?.kind === 'text' && leaf.text.length <= 12 && (markers.test(leaf.text) || (/^\w{1,2}$/u.test(leaf.text) && isRaised(leaf)))

const isRaised = (leaf: Leaf): boolean => leaf.styled.every((span) => (span.mask & setting.superscript) !== 0)

/**
 * Gathers leaves into the cells of the tables around them and decides, when a table ends, whether it holds data (then it
 * becomes one table leaf) or only lays out the page (then its cells become ordinary leaves, a bullet joined to its text).
 */
export class TableCollector {
  readonly #leaves: Leaf[]
  readonly #frames: Frame[] = []
  /** A table of one row, or several such that follow each other, that waits to see whether the next goes on with it. */
  #held: { readonly frame: Frame; readonly depth: number; readonly merged: boolean } | null = null

  constructor(leaves: Leaf[]) {
    this.#leaves = leaves
  }

  /** Whether a table is open. */
  get inside(): boolean {
    return this.#frames.length > 0
  }

  /** Takes the next leaf of the document. */
  leaf(leaf: Leaf): void {
    this.#flush(this.#frames.length)
    const frame = this.#frames.at(-1)
    if (frame?.open === null && leaf.kind === 'text' && !leaf.place.caption) {
      // Text between rows belongs to no cell; it is given one of its own so that nothing is lost.
      this.#pseudoCell(frame, this.#leaves.length, this.#leaves.length + 1)
    }
    this.#leaves.push(leaf)
  }

  openTable(): void {
    this.#frames.push({ firstLeaf: this.#leaves.length, cells: [], row: -1, rules: noRules, open: null, holdsTable: false })
  }

  openRow(rules: StyleRules): void {
    const frame = this.#frames.at(-1)
    if (frame === undefined) return
    frame.row += 1
    frame.rules = rules
  }

  openCell(attributes: HtmlAttributes, header: boolean, rules: StyleRules): void {
    const frame = this.#frames.at(-1)
    if (frame === undefined) return
    if (frame.row < 0) frame.row = 0
    // The limits are those of the HTML standard: 1,000 columns, 65,534 rows.
    const cell: CellDraft = {
      row: frame.row,
      columnSpan: span(attributes.get('colspan'), 1000),
      rowSpan: span(attributes.get('rowspan'), 65_534),
      header,
      above: rules.ruleAbove ?? frame.rules.ruleAbove,
      below: rules.ruleBelow ?? frame.rules.ruleBelow,
      first: this.#leaves.length,
      last: this.#leaves.length
    }
    frame.cells.push(cell)
    frame.open = cell
  }

  closeCell(): void {
    this.#flush(this.#frames.length)
    const frame = this.#frames.at(-1)
    if (frame === undefined || frame.open === null) return
    frame.open.last = this.#leaves.length
    frame.open = null
  }

  closeTable(): void {
    this.closeCell()
    const frame = this.#frames.pop()
    if (frame === undefined) return
    const outer = this.#frames.at(-1)
    const depth = this.#frames.length
    const waits = !frame.holdsTable && isOneRow(frame) && outer?.open !== null
    const held = this.#held?.depth === depth ? this.#held : null
    if (held !== null && waits && sameColumns(held.frame, frame)) {
      this.#held = { frame: followed(held.frame, frame), depth, merged: true }
      return
    }
    if (held !== null) this.#flushBefore(frame, depth)
    if (waits) this.#held = { frame, depth, merged: false }
    else this.#settle(frame, outer, false)
  }

  /** Decides about the table that waits, where it waits at this depth of tables. */
  #flush(depth: number): void {
    const held = this.#held
    if (held?.depth !== depth) return
    this.#held = null
    this.#settle(held.frame, this.#frames.at(-1), held.merged)
  }

  /** The same where the leaves of another table already follow. */
  #flushBefore(frame: Frame, depth: number): void {
    const tail = this.#leaves.splice(frame.firstLeaf)
    this.#flush(depth)
    const moved = this.#leaves.length - frame.firstLeaf
    frame.firstLeaf += moved
    frame.cells.forEach((cell, at) => {
      frame.cells[at] = { ...cell, first: cell.first + moved, last: cell.last + moved }
    })
    for (const leaf of tail) this.#leaves.push(leaf)
  }

  /** Makes a table of a frame, or lets its cells be ordinary leaves. */
  #settle(frame: Frame, outer: Frame | undefined, merged: boolean): void {
    const before = this.#leaves.length
    if (!frame.holdsTable && isData(frame, this.#leaves, merged)) {
      const made = dataTable(frame.cells, this.#leaves.splice(frame.firstLeaf), frame.firstLeaf)
      for (const leaf of made) this.#leaves.push(leaf)
      if (outer !== undefined) outer.holdsTable = true
    } else {
      flatten(frame, this.#leaves)
      if (outer !== undefined && frame.holdsTable) outer.holdsTable = true
    }
    if (outer?.open === null && before > frame.firstLeaf) this.#pseudoCell(outer, frame.firstLeaf, this.#leaves.length)
  }

  /** Decides about a table that waits for another row, since what follows is none. */
  settle(): void {
    this.#flush(this.#frames.length)
  }

  /** Closes tables that the document leaves open. */
  finish(): void {
    while (this.#frames.length > 0) this.closeTable()
    this.#flush(0)
  }

  #pseudoCell(frame: Frame, first: number, last: number): void {
    if (frame.row < 0) frame.row = 0
    frame.cells.push({ row: frame.row, columnSpan: 1, rowSpan: 1, header: false, above: undefined, below: undefined, first, last })
  }
}

interface Counts {
  rows: number
  cells: number
  amounts: number
  long: number
  longest: number
  rowsOfMany: number
  markerRows: number
}

/** Leaves of one cell that are looked at to judge a table; more than this is a page of prose, not a cell. */
const cellSample = 12

const countRow = (counts: Counts, row: readonly CellDraft[], leaves: readonly Leaf[]): void => {
  let filled = 0
  let first: Leaf | undefined
  for (const cell of row) {
    if (cell.first === cell.last) continue
    let length = 0
    let texts = 0
    for (let at = cell.first; at < cell.last && at < cell.first + cellSample; at += 1) {
      const leaf = leaves[at]
      if (leaf?.kind !== 'text') continue
      first ??= leaf
      texts += 1
      length += leaf.text.length
    }
    if (texts === 0) continue
    filled += 1
    counts.cells += 1
    counts.longest = Math.max(counts.longest, length)
    if (length > 300 || texts >= cellSample) counts.long += 1
    if (texts === 1 && length <= 40 && isAmount(leaves[cell.first]?.text ?? '')) counts.amounts += 1
  }
  if (filled > 0) counts.rows += 1
  if (filled > 1) counts.rowsOfMany += 1
  if (filled === 2 && isMarker(first)) counts.markerRows += 1
}

/**
 * Whether a table holds data: rows and columns that belong together. It does where a fifth of its cells are amounts, or
 * where most rows have several short cells; it does not where it holds one row, one column, bullets, or long prose.
 */
const isData = (frame: Frame, leaves: readonly Leaf[], merged: boolean): boolean => {
  const counts: Counts = { rows: 0, cells: 0, amounts: 0, long: 0, longest: 0, rowsOfMany: 0, markerRows: 0 }
  for (const row of rowsOf(frame.cells)) countRow(counts, row, leaves)
  if (counts.rowsOfMany === 0 || counts.cells < 3) return false
  if (counts.markerRows >= counts.rowsOfMany * 0.8 && counts.markerRows >= counts.rows * 0.5) return false
  const amounts = counts.amounts / counts.cells
  // Pairs of words in tables of a row each are names and titles, or a label and its text, as letters set them.
  if (merged && amounts < 0.2 && counts.cells < counts.rows * 2.5) return false
  if (counts.rows < 2) return (counts.amounts >= 2 && amounts >= 0.5) || (counts.cells >= 4 && counts.longest <= 60)
  if (counts.longest > 4000 && amounts < 0.3) return false
  if (amounts >= 0.2) return true
  if (counts.long > counts.cells * 0.34) return false
  return counts.rowsOfMany >= counts.rows * 0.5 && counts.longest <= 1500
}

/** Whether a table is one row of two cells or more. */
const isOneRow = ({ cells, row }: Frame): boolean => row === 0 && cells.length >= 2

const widthOf = (row: readonly CellDraft[]): number => row.reduce((sum, { columnSpan }) => sum + columnSpan, 0)

/** The fewest columns by whose number alone two rows are told to belong together. */
const COLUMNS_ENOUGH = 4

/** Whether a table of one row has the columns of the rows above it. */
const sameColumns = (above: Frame, { cells }: Frame): boolean => {
  const last = above.cells.filter(({ row }) => row === above.row)
  const width = widthOf(cells)
  if (width !== widthOf(last)) return false
  return width >= COLUMNS_ENOUGH ||
    (last.length === cells.length && last.every(({ columnSpan }, at) => columnSpan === cells[at]?.columnSpan))
}

/** The rows of one table and the row of another under them. */
const followed = (above: Frame, { cells }: Frame): Frame => ({
  ...above,
  row: above.row + 1,
  cells: [...above.cells, ...cells.map((cell) => ({ ...cell, row: above.row + 1 }))]
})

/** The cells of a table row by row. */
const rowsOf = (cells: readonly CellDraft[]): CellDraft[][] => {
  const rows: CellDraft[][] = []
  let current = -1
  for (const cell of cells) {
    if (cell.row !== current) rows.push([])
    current = cell.row
    rows.at(-1)?.push(cell)
  }
  return rows
}

const hasRule = (leaves: readonly Leaf[], from: number): boolean => {
  for (let at = from; at < leaves.length; at += 1) if (leaves[at]?.kind === 'rule') return true
  return false
}

/** Replaces a marker and the first text of the next cell by one leaf, wherever a row of a layout table begins so. */
const flatten = (frame: Frame, leaves: Leaf[]): void => {
  const joins = new Map<number, number>()
  for (const row of rowsOf(frame.cells)) {
    const filled = row.filter((cell) => cell.last > cell.first)
    const marker = filled[0]
    const text = filled[1]
    if (marker === undefined || text === undefined || marker.last - marker.first !== 1) continue
    if (text.first === marker.last && isMarker(leaves[marker.first]) && leaves[text.first]?.kind === 'text')
      joins.set(marker.first, text.first)
  }
  // A rule in one of several cells underlines what is above it; only one in a page-wide cell divides the page.
  const ruled = frame.cells.length > 1 && hasRule(leaves, frame.firstLeaf)
  if (joins.size === 0 && !ruled) return
  let to = frame.firstLeaf
  for (let from = frame.firstLeaf; from < leaves.length; from += 1) {
    const leaf = leaves[from]
    if (leaf === undefined || (ruled && leaf.kind === 'rule')) continue
    const next = joins.has(from) ? leaves[from + 1] : undefined
    if (next !== undefined) from += 1
    leaves[to] = next === undefined ? leaf : { ...joinLeaves([leaf, next]), marker: leaf.text }
    to += 1
  }
  leaves.length = to
}
