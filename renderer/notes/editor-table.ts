import { mergeRegister } from '@lexical/utils'
import { $createParagraphNode, $getSelection, $isRangeSelection, COMMAND_PRIORITY_CRITICAL, COPY_COMMAND, CUT_COMMAND,
  DELETE_CHARACTER_COMMAND, DELETE_LINE_COMMAND, DELETE_WORD_COMMAND, KEY_ARROW_UP_COMMAND, KEY_BACKSPACE_COMMAND, KEY_DELETE_COMMAND,
  KEY_TAB_COMMAND, type LexicalEditor, REMOVE_TEXT_COMMAND, RootNode } from 'lexical'
import { NoteCellNode, NoteRowNode, NoteTableNode } from './nodes/table-nodes'
import { $addColumn, $addRow, $cellAtCaret, $cellsSelected, $emptyCells, $endInParagraph, $placeOf, $removeColumn, $removeRow, $squareTable,
  $stepCell, $tidyCell, $tidyRow, $tsvOf } from './table-edits'

/** The acts on the table around the caret; each answers whether there was one. */
export const TABLE_ACTS: Readonly<
  Record<'row-above' | 'row-below' | 'column-before' | 'column-after' | 'remove-row' | 'remove-column', () => boolean>
> = {
  'row-below': () => $addRow(1),
  'row-above': () => $addRow(-1),
  'column-after': () => $addColumn(1),
  'column-before': () => $addColumn(-1),
  'remove-row': $removeRow,
  'remove-column': $removeColumn
}

const $emptySelected = (event?: Event | null): boolean => {
  const cells = $cellsSelected()
  if (cells.length === 0) return false
  event?.preventDefault()
  $emptyCells(cells)
  return true
}

const $copySelected = (event: ClipboardEvent | KeyboardEvent | null, cut: boolean): boolean => {
  const cells = $cellsSelected()
  if (cells.length === 0 || !(event instanceof ClipboardEvent) || !event.clipboardData) return false
  event.preventDefault()
  event.clipboardData.setData('text/plain', $tsvOf(cells))
  if (cut) $emptyCells(cells)
  return true
}

/** At the very top of a note that begins with a table, goes up to a line made for it; else leaves the key alone. */
const $goAbove = (): boolean => {
  const selection = $getSelection()
  const cell = $cellAtCaret()
  const place = $placeOf(cell)
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || !place || place.at > 0 || place.table.getPreviousSibling() !== null)
    return false
  if (cell?.getFirstChild()?.isParentOf(selection.anchor.getNode()) !== true &&
    !(cell?.getFirstChild()?.is(selection.anchor.getNode()) ?? false)) return false
  const line = $createParagraphNode()
  place.table.insertBefore(line)
  line.select()
  return true
}

/** What keeps tables whole and gives them their keys. */
export const registerTables = (editor: LexicalEditor): () => void =>
  mergeRegister(
    editor.registerNodeTransform(NoteCellNode, $tidyCell),
    editor.registerNodeTransform(NoteRowNode, $tidyRow),
    editor.registerNodeTransform(NoteTableNode, $squareTable),
    editor.registerNodeTransform(RootNode, $endInParagraph),
    editor.registerCommand(KEY_TAB_COMMAND, (event) => {
      if (!$stepCell(event.shiftKey ? -1 : 1)) return false
      event.preventDefault()
      return true
    }, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_ARROW_UP_COMMAND, (event) => {
      if (event.shiftKey || !$goAbove()) return false
      event.preventDefault()
      return true
    }, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_BACKSPACE_COMMAND, $emptySelected, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_DELETE_COMMAND, $emptySelected, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DELETE_CHARACTER_COMMAND, () => $emptySelected(), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DELETE_WORD_COMMAND, () => $emptySelected(), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DELETE_LINE_COMMAND, () => $emptySelected(), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(REMOVE_TEXT_COMMAND, () => $emptySelected(), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(COPY_COMMAND, (event) => $copySelected(event instanceof ClipboardEvent ? event : null, false),
      COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(CUT_COMMAND, (event) => $copySelected(event instanceof ClipboardEvent ? event : null, true),
      COMMAND_PRIORITY_CRITICAL)
  )
