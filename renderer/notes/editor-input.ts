import { mergeRegister } from '@lexical/utils'
import { $getNodeByKey, $getSelection, $isNodeSelection, $isRangeSelection, COMMAND_PRIORITY_CRITICAL, CONTROLLED_TEXT_INSERTION_COMMAND,
  DRAGSTART_COMMAND, DROP_COMMAND, FORMAT_TEXT_COMMAND, KEY_DOWN_COMMAND, KEY_ENTER_COMMAND, KEY_SPACE_COMMAND, PASTE_COMMAND, REDO_COMMAND,
  UNDO_COMMAND, type LexicalEditor } from 'lexical'
import { $applyMark, $indentList, $insertCitation, $insertTable, $tabInList, $toggleList, $toggleQuote } from './editor-formats'
import type { Citation } from '#model/note-citation'
import { TABLE_ACTS } from './editor-table'
import { noteActOf, type NoteAct } from '../state/notes/note-keys'
import { $isCitationNode } from './nodes/citation-node'
import { $fillCells, rowsOfTsv } from './table-edits'

/** What the editor asks of the panel it stands in. */
export interface EditorWishes {
  readonly onCitation: (citation: Citation) => void
  /** A key while a choice is being typed; answers whether the list of choices took it. */
  readonly onChoiceKey: (key: string) => boolean
  /** The passage that these pasted words were copied from with their citation, or null. */
  readonly citationOf: (text: string) => Citation | null
  /** The caret is to leave the editor: Escape, or Ctrl+Enter. */
  readonly onLeave: () => void
  /** The reader wants to set or see a link: Ctrl+K. */
  readonly onLink: () => void
}

/** Puts words from outside at the caret: a table where they are one, a chip with its words where they were copied with their citation. */
const $insertPlain = (data: DataTransfer | null, wishes: EditorWishes): void => {
  const text = data?.getData('text/plain') ?? ''
  const selection = $getSelection()
  if (text === '' || !$isRangeSelection(selection)) return
  const citation = wishes.citationOf(text)
  const rows = rowsOfTsv(text)
  if (citation) {
    selection.insertRawText(`“${citation.quote}”`)
    $insertCitation({ ...citation, short: true })
  } else if (rows) {
    if (!$fillCells(rows)) $insertTable(rows)
  } else selection.insertRawText(text)
}

const plainPaste = (event: Event, wishes: EditorWishes): true => {
  event.preventDefault()
  $insertPlain('clipboardData' in event && event.clipboardData instanceof DataTransfer ? event.clipboardData : null, wishes)
  return true
}

/** What each act does in this editor; it answers whether it did anything, else the key goes on. */
const actsOf = (editor: LexicalEditor, wishes: EditorWishes): Readonly<Record<NoteAct, () => boolean>> => {
  const done = (act: () => void) => (): true => {
    act()
    return true
  }
  return {
    ...TABLE_ACTS,
    bold: () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold'),
    italic: () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'italic'),
    number: done(() => $toggleList('number')),
    bullet: done(() => $toggleList('bullet')),
    quote: done($toggleQuote),
    'tab-in': () => $tabInList(false),
    'tab-out': () => $tabInList(true),
    'item-in': () => $indentList(1),
    'item-out': () => $indentList(-1),
    link: done(wishes.onLink),
    undo: done(() => editor.dispatchCommand(UNDO_COMMAND, undefined)),
    redo: done(() => editor.dispatchCommand(REDO_COMMAND, undefined)),
    leave: done(wishes.onLeave)
  }
}

const shortcuts = (event: KeyboardEvent, acts: Readonly<Record<NoteAct, () => boolean>>, wishes: EditorWishes): boolean => {
  // An Escape that closed a list or a bubble must not go on to Lexical, which would take the caret away.
  if (event.defaultPrevented) return event.key === 'Escape'
  const act = noteActOf(event)
  const isChoice = !event.ctrlKey && !event.metaKey && !event.altKey && wishes.onChoiceKey(event.key)
  if (!isChoice && !(act !== null && acts[act]())) return false
  event.preventDefault()
  event.stopPropagation()
  return true
}

/**
 * What goes into a note from outside, and its keys. Only plain text is ever pasted or dropped: markup from elsewhere never
 * reaches a parser, and the page's Trusted Types policy would refuse it.
 */
export const registerInput = (editor: LexicalEditor, wishes: EditorWishes): () => void => {
  const acts = actsOf(editor, wishes)
  return mergeRegister(
    editor.registerCommand(PASTE_COMMAND, (event) => plainPaste(event, wishes), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(CONTROLLED_TEXT_INSERTION_COMMAND, (payload) => {
      if (typeof payload === 'string' || payload.dataTransfer === null) return false
      $insertPlain(payload.dataTransfer, wishes)
      return true
    }, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DRAGSTART_COMMAND, (event) => {
      event.preventDefault()
      return true
    }, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DROP_COMMAND, (event) => {
      if ((event.dataTransfer?.files.length ?? 0) > 0) return false
      event.preventDefault()
      $insertPlain(event.dataTransfer, wishes)
      return true
    }, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_DOWN_COMMAND, (event) => shortcuts(event, acts, wishes), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_SPACE_COMMAND, (event) => {
      if (!$applyMark()) return false
      event.preventDefault()
      return true
    }, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_ENTER_COMMAND, () => {
      const selection = $getSelection()
      const [node] = $isNodeSelection(selection) ? selection.getNodes() : []
      const chip = node ? $getNodeByKey(node.getKey()) : null
      if (!$isCitationNode(chip)) return false
      wishes.onCitation(chip.getCitation())
      return true
    }, COMMAND_PRIORITY_CRITICAL)
  )
}
