import { $findMatchingParent } from '@lexical/utils'
import { $createParagraphNode, $createTextNode, $getRoot, $getSelection, $isElementNode, $isLineBreakNode, $isParagraphNode,
  $isRangeSelection, $isTextNode, type ElementNode, type LexicalNode } from 'lexical'
import { $isListNode } from '@lexical/list'
import { $isCitationNode } from './nodes/citation-node'
import { $isNoteLinkNode } from './nodes/link-node'
import { $createNoteCellNode, $createNoteRowNode, $createNoteTableNode, $isNoteCellNode, $isNoteRowNode, $isNoteTableNode,
  type NoteCellNode, type NoteRowNode, type NoteTableNode } from './nodes/table-nodes'

/** The widest and the longest table that is made, in cells and rows: what can be read in a note. */
export const TABLE_MOST = { columns: 40, rows: 500 }

const $cellOf = (text: string, header: boolean): NoteCellNode => {
  const paragraph = $createParagraphNode()
  if (text !== '') paragraph.append($createTextNode(text))
  return $createNoteCellNode(header).append(paragraph)
}

/** Makes a table of the texts of its cells; the first row heads the columns where `header` says so. */
export const $createTable = (rows: readonly (readonly string[])[], header: boolean): NoteTableNode => {
  const width = Math.min(TABLE_MOST.columns, Math.max(1, ...rows.map((row) => row.length)))
  return $createNoteTableNode().append(
    ...rows.slice(0, TABLE_MOST.rows).map((row, at) =>
      $createNoteRowNode().append(...Array.from({ length: width }, (_, column) => $cellOf(row[column] ?? '', header && at === 0)))
    )
  )
}

/** The cell the caret is in, or null. */
export const $cellAtCaret = (): NoteCellNode | null => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const cell = $findMatchingParent(selection.anchor.getNode(), $isNoteCellNode)
  return $isNoteCellNode(cell) ? cell : null
}

/** Where a cell stands in its table. */
export interface CellPlace {
  readonly table: NoteTableNode
  readonly row: NoteRowNode
  readonly rows: readonly NoteRowNode[]
  /** Its row and column, counted from 0. */
  readonly at: number
  readonly column: number
}

/** The place of a cell, or null where it stands in no table. */
export const $placeOf = (cell: NoteCellNode | null): CellPlace | null => {
  const row = cell?.getParent()
  const table = row?.getParent()
  if (!cell || !$isNoteRowNode(row) || !$isNoteTableNode(table)) return null
  const rows = table.getChildren().filter($isNoteRowNode)
  return { table, row, rows, at: rows.findIndex((one) => one.is(row)), column: row.getChildren().findIndex((one) => one.is(cell)) }
}

const $cellAt = (table: NoteTableNode, at: number, column: number): NoteCellNode | null => {
  const row = table.getChildren().filter($isNoteRowNode)[at]
  const cell = row?.getChildren()[column]
  return $isNoteCellNode(cell) ? cell : null
}

const $enter = (cell: NoteCellNode | null): boolean => {
  cell?.selectEnd()
  return cell !== null
}

/** Adds a row beside the caret's, after it (1) or before it (-1), and goes there; answers whether the caret was in a table. */
export const $addRow = (delta: 1 | -1): boolean => {
  const place = $placeOf($cellAtCaret())
  if (!place) return false
  if (place.rows.length >= TABLE_MOST.rows) return true
  const row = $createNoteRowNode().append(...place.row.getChildren().map(() => $cellOf('', false)))
  if (delta === 1) place.row.insertAfter(row)
  else place.row.insertBefore(row)
  return $enter($cellAt(place.table, place.at + Math.max(0, delta), place.column))
}

/** Adds a column beside the caret's, after it (1) or before it (-1), and goes there; answers whether the caret was in a table. */
export const $addColumn = (delta: 1 | -1): boolean => {
  const place = $placeOf($cellAtCaret())
  if (!place) return false
  if (place.row.getChildrenSize() >= TABLE_MOST.columns) return true
  for (const row of place.rows) {
    const beside = row.getChildren()[place.column]
    if (!$isNoteCellNode(beside)) continue
    const cell = $cellOf('', beside.isHeader())
    if (delta === 1) beside.insertAfter(cell)
    else beside.insertBefore(cell)
  }
  return $enter($cellAt(place.table, place.at, place.column + Math.max(0, delta)))
}

const $leave = (table: NoteTableNode): void => {
  const next = table.getNextSibling()
  if ($isElementNode(next)) next.selectStart()
  else {
    const paragraph = $createParagraphNode()
    table.insertAfter(paragraph)
    paragraph.select()
  }
}

/** Removes the whole table around the caret; answers whether there was one. */
export const $removeTable = (): boolean => {
  const place = $placeOf($cellAtCaret())
  if (!place) return false
  $leave(place.table)
  place.table.remove()
  return true
}

/** Removes the caret's row, the table with its last one; answers whether the caret was in a table. */
export const $removeRow = (): boolean => {
  const place = $placeOf($cellAtCaret())
  if (!place) return false
  if (place.rows.length === 1) return $removeTable()
  $enter($cellAt(place.table, place.at === 0 ? 1 : place.at - 1, place.column))
  place.row.remove()
  return true
}

/** Removes the caret's column, the table with its last one; answers whether the caret was in a table. */
export const $removeColumn = (): boolean => {
  const place = $placeOf($cellAtCaret())
  if (!place) return false
  if (place.row.getChildrenSize() === 1) return $removeTable()
  $enter($cellAt(place.table, place.at, place.column === 0 ? 1 : place.column - 1))
  for (const row of place.rows) row.getChildren()[place.column]?.remove()
  return true
}

/** Makes the first row head the columns, or an ordinary row again; answers whether the caret was in a table. */
export const $toggleHeader = (): boolean => {
  const place = $placeOf($cellAtCaret())
  if (!place) return false
  const cells = place.rows[0]?.getChildren().filter($isNoteCellNode) ?? []
  const header = cells.some((cell) => !cell.isHeader())
  for (const cell of cells) cell.setHeader(header)
  return true
}

/** Goes to the next cell (1) or the one before (-1); a new row is begun behind the last cell. Answers whether the caret was in a table. */
export const $stepCell = (delta: 1 | -1): boolean => {
  const place = $placeOf($cellAtCaret())
  if (!place) return false
  const width = place.row.getChildrenSize()
  const to = place.at * width + place.column + delta
  if (to < 0) return true
  if (to >= width * place.rows.length) {
    $addRow(1)
    return $enter($cellAt(place.table, place.at + 1, 0))
  }
  return $enter($cellAt(place.table, Math.floor(to / width), to % width))
}

/** Reads words from a spreadsheet: lines of cells parted by tabs. Null where they are no table. */
export const rowsOfTsv = (text: string): readonly (readonly string[])[] | null => {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n')
  if (lines.length === 0 || !lines.every((line) => line.includes('\t'))) return null
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()))
}

/** Fills cells from the caret's on with texts, the table growing where it is too small; answers whether the caret was in a table. */
export const $fillCells = (rows: readonly (readonly string[])[]): boolean => {
  const place = $placeOf($cellAtCaret())
  if (!place) return false
  for (const [down, texts] of rows.slice(0, TABLE_MOST.rows - place.at).entries()) {
    const known = place.table.getChildren().filter($isNoteRowNode)[place.at + down]
    const row = known ?? $createNoteRowNode()
    if (!known) place.table.append(row)
    for (const [across, text] of texts.slice(0, TABLE_MOST.columns - place.column).entries()) {
      while (row.getChildrenSize() <= place.column + across) row.append($cellOf('', false))
      const cell = row.getChildren()[place.column + across]
      if ($isNoteCellNode(cell)) cell.replace($cellOf(text, cell.isHeader()))
    }
  }
  return $enter($cellAt(place.table, place.at, place.column))
}

/** The cells that a selection reaches over, where it leaves the cell it begins in; an empty list where it does not. */
export const $cellsSelected = (): readonly NoteCellNode[] => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return []
  const cellOf = (node: LexicalNode): LexicalNode | null => $findMatchingParent(node, $isNoteCellNode)
  const from = cellOf(selection.anchor.getNode())
  const to = cellOf(selection.focus.getNode())
  if (!$isNoteCellNode(from) || !$isNoteCellNode(to) || from.is(to)) return []
  const [a, b] = [$placeOf(from), $placeOf(to)]
  if (!a || !b || !a.table.is(b.table)) return []
  const [top, bottom] = [Math.min(a.at, b.at), Math.max(a.at, b.at)]
  const [left, right] = [Math.min(a.column, b.column), Math.max(a.column, b.column)]
  return a.rows.slice(top, bottom + 1).flatMap((row) => row.getChildren().slice(left, right + 1).filter($isNoteCellNode))
}

/** Empties cells and puts the caret in the first of them. */
export const $emptyCells = (cells: readonly NoteCellNode[]): void => {
  for (const cell of cells) cell.clear().append($createParagraphNode())
  cells[0]?.selectStart()
}

/** Cells as lines parted by tabs, for a spreadsheet. */
export const $tsvOf = (cells: readonly NoteCellNode[]): string => {
  const lines = new Map<string, string[]>()
  for (const cell of cells) {
    const row = cell.getParent()?.getKey() ?? ''
    lines.set(row, [...(lines.get(row) ?? []), cell.getTextContent().replace(/\s+/g, ' ').trim()])
  }
  return [...lines.values()].map((line) => line.join('\t')).join('\n')
}

/** Every cell of the table around the caret. */
export const $cellsOfTable = (): readonly NoteCellNode[] =>
  $placeOf($cellAtCaret())?.rows.flatMap((row) => row.getChildren().filter($isNoteCellNode)) ?? []

const $isInline = (node: LexicalNode): boolean =>
  $isTextNode(node) || $isLineBreakNode(node) || $isCitationNode(node) || $isNoteLinkNode(node)

/** Keeps in a cell what may stand in one; other blocks become paragraphs of their words. A transform of the editor. */
export const $tidyCell = (cell: NoteCellNode): void => {
  if (!$isNoteRowNode(cell.getParent())) {
    for (const child of cell.getChildren()) cell.insertBefore(child)
    cell.remove()
    return
  }
  for (const child of cell.getChildren()) {
    if ($isParagraphNode(child) || $isListNode(child)) continue
    const paragraph = $createParagraphNode()
    child.insertBefore(paragraph)
    if ($isInline(child)) paragraph.append(child)
    else if ($isElementNode(child) && child.getChildren().every($isInline)) paragraph.append(...child.getChildren())
    else if (child.getTextContent().trim() !== '') paragraph.append($createTextNode(child.getTextContent().replace(/\s+/g, ' ')))
    if (!$isInline(child)) child.remove()
  }
  if (cell.isEmpty()) cell.append($createParagraphNode())
}

/** Makes all rows of a table equally long, and puts what is no row behind it. A transform of the editor. */
export const $squareTable = (table: NoteTableNode): void => {
  for (const child of table.getChildren()) if (!$isNoteRowNode(child)) table.insertAfter(child)
  const rows = table.getChildren().filter($isNoteRowNode)
  for (const row of rows) for (const child of row.getChildren()) if (!$isNoteCellNode(child)) table.insertAfter(child)
  const width = Math.max(0, ...rows.map((row) => row.getChildrenSize()))
  if (width === 0) {
    table.remove()
    return
  }
  const header = rows[0]?.getChildren().some((cell) => $isNoteCellNode(cell) && cell.isHeader()) ?? false
  for (const [at, row] of rows.entries()) while (row.getChildrenSize() < width) row.append($cellOf('', header && at === 0))
}

/** Has a row keep its table square; one that stands in none is taken apart. A transform of the editor. */
export const $tidyRow = (row: NoteRowNode): void => {
  const table = row.getParent()
  if ($isNoteTableNode(table)) {
    $squareTable(table)
    return
  }
  for (const cell of row.getChildren()) for (const child of $isElementNode(cell) ? cell.getChildren() : []) row.insertBefore(child)
  row.remove()
}

/** Keeps a line to write on at the end of the note, behind a table or a rule. A transform of the editor. */
export const $endInParagraph = (root: ElementNode): void => {
  const last = $getRoot().is(root) ? root.getLastChild() : null
  if (last && (!$isElementNode(last) || $isNoteTableNode(last))) root.append($createParagraphNode())
}
