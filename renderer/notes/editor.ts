import { createEmptyHistoryState, registerHistory } from '@lexical/history'
import { ListItemNode, ListNode, registerList } from '@lexical/list'
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text'
import { mergeRegister } from '@lexical/utils'
import { $createParagraphNode, $getNearestNodeFromDOMNode, $getRoot, $getSelection, $isNodeSelection, CAN_REDO_COMMAND, CAN_UNDO_COMMAND,
  COMMAND_PRIORITY_LOW, createEditor, FORMAT_TEXT_COMMAND, HISTORY_MERGE_TAG, REDO_COMMAND, UNDO_COMMAND, type CreateEditorArgs,
  type LexicalEditor } from 'lexical'
import { $addLink, $insertCitation, $liftOutOfLink, $readFormats, $removeLink, $toggleList, $toggleQuote,
  type Formats } from './editor-formats'
import { registerInput, type EditorWishes } from './editor-input'
import { $readTypeahead, $takeTypeahead, type Typeahead } from './editor-typeahead'
import type { Citation } from '#model/note-citation'
import { registerTables } from './editor-table'
import { $isCitationNode, CitationNode } from './nodes/citation-node'
import { DividerNode } from './nodes/divider-node'
import { NoteLinkNode } from './nodes/link-node'
import { NoteCellNode, NoteRowNode, NoteTableNode } from './nodes/table-nodes'
import { readNoteBody, type NoteBody } from '#model/note-body'

/** What the editor tells as words and caret move. */
export interface EditorListener extends EditorWishes {
  /** The words changed: the state as JSON and its plain text. Never called for merely opening a note. */
  readonly onWords: (words: { readonly body: string; readonly text: string }) => void
  /** The editor holds what could not be loaded again, so it is not stored; what was stored before stays. */
  readonly onRefused: () => void
  readonly onFormats: (formats: Formats) => void
  /** What is being typed as a choice, or null; told after each change of words or caret. */
  readonly onTypeahead: (typeahead: Typeahead | null) => void
  /** The chip that the keys have chosen, as it is drawn, or null. */
  readonly onChip: (chip: { readonly citation: Citation; readonly element: HTMLElement } | null) => void
  readonly onHistory: (can: { readonly undo?: boolean; readonly redo?: boolean }) => void
}

/** An editor that is on screen. */
export interface NoteEditorHandle {
  readonly bold: () => void
  readonly italic: () => void
  readonly list: (kind: 'bullet' | 'number' | 'check') => void
  readonly quote: () => void
  readonly link: (url: string) => void
  readonly unlink: () => void
  readonly cite: (citation: Citation) => void
  /** Puts what was chosen in the place of the letters it was chosen by, as one step of the editor's undo. */
  readonly choose: (insert: () => void) => void
  /** Runs an act on the words as one step of the editor's undo. */
  readonly act: (step: () => void) => void
  /** Where a drawn chip points, or null where `element` is none. */
  readonly citationAt: (element: Element) => Citation | null
  readonly undo: () => void
  readonly redo: () => void
  readonly focus: () => void
  readonly destroy: () => void
}

/** The classes of `styles/notes.css`; the editor sets no other style. */
const THEME = {
  paragraph: 'note-p',
  quote: 'note-quote',
  heading: { h1: 'note-h', h2: 'note-h', h3: 'note-h note-h3' },
  list: { ul: 'note-ul', ol: 'note-ol', listitem: 'note-li', listitemChecked: 'note-li-done', listitemUnchecked: 'note-li-open',
    nested: { listitem: 'note-li-nested' }, checklist: 'note-check' },
  text: { bold: 'note-b', italic: 'note-i', underline: 'note-u', strikethrough: 'note-s', code: 'note-code' }
}

/** The nodes a note may hold, and how an editor of them is made; tests use it without a page. */
export const EDITOR_CONFIG: CreateEditorArgs & { readonly namespace: string } = {
  namespace: 'redwell-note',
  nodes: [QuoteNode, HeadingNode, ListNode, ListItemNode, NoteLinkNode, CitationNode, DividerNode, NoteTableNode, NoteRowNode,
    NoteCellNode],
  theme: THEME,
  onError: (error) => {
    throw error
  }
}

/** How long keys count as one step of the editor's own undo, in ms. */
const UNDO_STEP = 500

/** The editor's state as it would be stored, with its plain text; null where it holds what could not be loaded again. */
export const wordsOf = (editor: LexicalEditor): { readonly body: string; readonly text: string } | null => {
  const body = JSON.stringify(editor.getEditorState().toJSON())
  const read: NoteBody = readNoteBody(body)
  return read.kind === 'unreadable' ? null : { body, text: read.kind === 'tree' ? read.text : '' }
}

const load = (editor: LexicalEditor, body: string): void => {
  if (readNoteBody(body).kind === 'tree') editor.setEditorState(editor.parseEditorState(body), { tag: HISTORY_MERGE_TAG })
  editor.update(() => {
    const root = $getRoot()
    if (root.isEmpty()) root.append($createParagraphNode())
  }, { discrete: true, tag: HISTORY_MERGE_TAG })
}

/** The chip that the keys have chosen, as it is drawn. */
const chipChosen = (editor: LexicalEditor): { readonly citation: Citation; readonly element: HTMLElement } | null =>
  editor.getEditorState().read(() => {
    const selection = $getSelection()
    const [node] = $isNodeSelection(selection) ? selection.getNodes() : []
    const element = $isCitationNode(node) ? editor.getElementByKey(node.getKey()) : null
    return $isCitationNode(node) && element ? { citation: node.getCitation(), element } : null
  })

/** Follows the words; the state right after loading is the base line, so that opening a note is never taken for a change. */
const followWords = (editor: LexicalEditor, listener: EditorListener): () => void => {
  let last = JSON.stringify(editor.getEditorState().toJSON())
  return editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
    editorState.read(() => {
      listener.onFormats($readFormats())
      listener.onTypeahead($readTypeahead())
    })
    listener.onChip(chipChosen(editor))
    if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return
    const words = wordsOf(editor)
    if (words === null) {
      listener.onRefused()
      return
    }
    if (words.body === last) return
    last = words.body
    listener.onWords(words)
  })
}

const followHistory = (editor: LexicalEditor, listener: EditorListener): () => void =>
  mergeRegister(
    registerHistory(editor, createEmptyHistoryState(), UNDO_STEP),
    editor.registerCommand(CAN_UNDO_COMMAND, (undo) => {
      listener.onHistory({ undo })
      return false
    }, COMMAND_PRIORITY_LOW),
    editor.registerCommand(CAN_REDO_COMMAND, (redo) => {
      listener.onHistory({ redo })
      return false
    }, COMMAND_PRIORITY_LOW)
  )

/** Starts an editor in `root` with a body that was read as fit before; an unreadable one must not come here. */
export const startEditor = (root: HTMLElement, body: string, listener: EditorListener): NoteEditorHandle => {
  const editor = createEditor(EDITOR_CONFIG)
  editor.setRootElement(root)
  const stop = mergeRegister(registerRichText(editor), registerList(editor), registerTables(editor), registerInput(editor, listener),
    editor.registerNodeTransform(NoteLinkNode, $liftOutOfLink))
  load(editor, body)
  const stopHistory = mergeRegister(followHistory(editor, listener), followWords(editor, listener))
  const act = (step: () => void): void => {
    editor.update(step)
    editor.focus()
  }
  return {
    bold: () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold'),
    italic: () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'italic'),
    list: (kind) => act(() => $toggleList(kind)),
    quote: () => act($toggleQuote),
    link: (url) => act(() => $addLink(url)),
    unlink: () => act($removeLink),
    choose: (insert) =>
      act(() => {
        $takeTypeahead()
        insert()
      }),
    act,
    citationAt: (element) =>
      editor.getEditorState().read(() => {
        const node = element.closest('.citation') ? $getNearestNodeFromDOMNode(element) : null
        return $isCitationNode(node) ? node.getCitation() : null
      }, { editor }),
    cite: (citation) => act(() => $insertCitation(citation)),
    undo: () => editor.dispatchCommand(UNDO_COMMAND, undefined),
    redo: () => editor.dispatchCommand(REDO_COMMAND, undefined),
    focus: () => editor.focus(undefined, { defaultSelection: 'rootEnd' }),
    destroy: () => {
      stop()
      stopHistory()
      editor.setRootElement(null)
    }
  }
}
