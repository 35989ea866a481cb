/** The commands that choose words of the text and mark them. */

import { copyText } from '../window/clipboard'
import { annotationsState } from '../marks/annotations'
import { blockIndexOf } from '#model/block-index'
import { caretState } from '../document/caret'
import { deepLinkOf } from '#model/deep-link'
import { cite, type CitationStyle } from '../notes/citation'
import { citationsState } from '../summaries/citations'
import type { Command } from './command'
import { always, hasActive, hasNote, reading } from './command-conditions'
import { compareState } from '../compare/compare'
import { compareMarks } from '../compare/compare-marks'
import { documentState, type Selection } from '../document/document'
import { findState } from '../document/find'
import { halvesState } from '../document/halves'
import { goOnBehind, hasBoundary, moveEdge, selectAll, selectSentence } from '../marks/keyboard-selection'
import { markAllState } from '../marks/mark-all'
import { notesState } from '../notes/notes'
import { printedPage } from '../document/printed-page'
import { selectionOf } from '../document/selection'
import { makeSummary } from '../summaries/summaries'
import { tablesState } from '../marks/tables'
import { templatesState } from '../notes/templates'
import { viewState } from '../window/view'
import { selectDateForm } from '../window/dates'
import { workspaceState } from '../window/workspace'

/** The words an act is about: those selected, else the hit of the search that is in focus. */
const chosen = (): Selection | null => {
  const { selection, content, open } = documentState.store.get()
  if (selection) return selection
  const hit = findState.select.currentHit(findState.store.get())
  return hit && content && open ? selectionOf(blockIndexOf(content.blocks), content, open.filing.id, hit) : null
}
const hasText = (): boolean => reading() && chosen() !== null
/** Words are chosen, in the text or in a comparison. */
const hasWords = (): boolean => hasText() || (compareState.isShown() && compareMarks.words() !== null)

/** Ends a selection once it was acted on; the reader lets go of it in the page as well. */
export const release = (): void => documentState.setSelection(null)

/** Highlights words with a tag (null: none), and lets go of them; the next sentence to select is the one behind them. */
const highlight = ({ filingId, range, quote, sectionPath }: Selection, tagId: string | null): void => {
  void annotationsState.addHighlight({ filingId, range, quote, sectionPath, tagId })
  release()
  goOnBehind(range)
}

/** Highlights the chosen words without a tag. */
const mark = (): void => {
  const words = chosen()
  if (compareState.isShown()) void compareMarks.highlight(null)
  else if (words) highlight(words, null)
}

/** Whether a tag has something to be given to: words that are selected, or the highlight in focus. A hit of the search is neither. */
export const canTag = (): boolean => {
  if (compareState.isShown()) return compareMarks.words() !== null
  const { selection, active } = documentState.store.get()
  return reading() && (selection !== null || active?.kind === 'annotation')
}

/** Highlights the selected words with a tag, else gives the tag to the highlight in focus. */
export const tagChosen = (tagId: string): void => {
  const { selection, active } = documentState.store.get()
  if (compareState.isShown()) void compareMarks.highlight(tagId)
  else if (selection) highlight(selection, tagId)
  else if (active?.kind === 'annotation') void annotationsState.retag(active.id, tagId)
}

const note = (): void => {
  if (compareState.isShown()) {
    void compareMarks.writeNote()
    return
  }
  const { active } = documentState.store.get()
  const words = chosen()
  if (words) {
    const { filingId, range, quote, sectionPath } = words
    void annotationsState.addNoteOn({ filingId, range, quote, sectionPath, tagId: null })
    release()
    goOnBehind(range)
  } else if (active?.kind === 'annotation') void annotationsState.noteOn(active.id)
}

/** Starts a note on the section that is read, or on the whole filing. */
const noteOnPlace = (kind: 'section' | 'filing'): void => {
  const { content } = documentState.store.get()
  const { section: id } = halvesState.here()
  const section = content?.sections.find((one) => one.id === id)
  viewState.openInspector('notes')
  void notesState.add(kind === 'section' && section ? { kind: 'section', sectionId: section.id, title: section.title } : { kind: 'filing' })
}

/** Copies the chosen words as they are. */
export const copyWords = (): void => {
  const words = chosen()
  if (!words) return
  const { text, html } = tablesState.selected(words.range, words.text)
  void copyText(text, 'Copied.', html)
}

/** Copies the chosen words with where they stand, in a style or (null) in that of the settings. */
export const copyCited = (asked: CitationStyle | null): void => {
  const words = chosen()
  const { open, sequence, content } = documentState.store.get()
  if (!words || !open || !content || sequence === null) return
  const { filingId, range } = words
  const style = asked ?? workspaceState.store.get().settings.citation ?? 'people'
  const text = cite({ ...words, page: printedPage(blockIndexOf(content.blocks), range.start) }, open, sequence, style,
    selectDateForm(workspaceState.store.get()))
  citationsState.copied({ text, title: open.filing.title,
    place: { filingId, sequence, range, quote: words.text, kind: 'words', ref: null } })
  void copyText(text, style === 'evidence' ? 'Copied with citation and evidence.' : 'Copied with citation.')
}

/** Copies a link that leads to the chosen words in every library that holds the same file. */
const copyLink = (): void => {
  const words = chosen()
  const { open, sequence } = documentState.store.get()
  if (!words || !open || sequence === null) return
  void copyText(deepLinkOf(open.filing.sha256, sequence, words.range, words.text),
    'Link copied. It opens in every Redwell that holds this filing.')
}

/** The commands that mark words and write on them. */
export const MARK: readonly Command[] = [
  { id: 'highlight', label: 'Highlight the selection or hit', group: 'Mark', keys: ['h', 'Ctrl+H'], when: hasWords, run: mark },
  { id: 'window.mark-all', label: 'Highlight all hits…', group: 'Mark', keys: ['Ctrl+Shift+H'],
    when: () => reading() && findState.store.get().hits.length > 0, run: markAllState.ask },
  { id: 'note', label: 'Write a note on the selection or hit', group: 'Mark', keys: ['n', 'Ctrl+M'], when: () => hasWords() || hasActive(),
    run: note },
  { id: 'window.note-filing', label: 'Write a note on the whole filing', group: 'Mark', keys: ['Shift+N'], when: reading,
    run: () => noteOnPlace('filing') },
  { id: 'window.note-section', label: 'Write a note on this section', group: 'Mark', keys: ['Alt+N'], when: reading,
    run: () => noteOnPlace('section') },
  { id: 'window.question-on', label: 'Move the question in focus to its next state', group: 'Mark', keys: ['q'], when: hasNote,
    run: () => void notesState.moveOn(1) },
  { id: 'window.question-back', label: 'Move the question in focus to its previous state', group: 'Mark', keys: ['Shift+Q'], when: hasNote,
    run: () => void notesState.moveOn(-1) },
  { id: 'window.answer', label: 'Write the answer to the question in focus', group: 'Mark', keys: ['Alt+A'], when: hasNote,
    run: () => void notesState.answer(notesState.store.get().at ?? '') },
  { id: 'window.summary-section', label: 'Summary note of the marks, by section', group: 'Mark', keys: [], when: reading,
    run: () => void makeSummary('section') },
  { id: 'window.summary-tag', label: 'Summary note of the marks, by tag', group: 'Mark', keys: [], when: reading,
    run: () => void makeSummary('tag') },
  { id: 'window.templates', label: 'Templates of notes…', group: 'Mark', keys: [], when: always, run: () => templatesState.openDialog() },
  { id: 'window.copy', label: 'Copy the selection', group: 'Mark', keys: ['c'], when: hasText, run: copyWords },
  { id: 'window.cite', label: 'Copy the selection with citation', group: 'Mark', keys: ['Shift+C', 'Ctrl+Shift+C'], when: hasText,
    run: () => copyCited(null) },
  { id: 'window.cite-people', label: 'Copy the selection with citation for people', group: 'Mark', keys: [], when: hasText,
    run: () => copyCited('people') },
  { id: 'window.cite-short', label: 'Copy the selection with citation in short', group: 'Mark', keys: [], when: hasText,
    run: () => copyCited('short') },
  { id: 'window.cite-bluebook', label: 'Copy the selection with citation after the Bluebook', group: 'Mark', keys: [], when: hasText,
    run: () => copyCited('bluebook') },
  { id: 'window.cite-accession', label: 'Copy the selection with citation by accession number', group: 'Mark', keys: [], when: hasText,
    run: () => copyCited('accession') },
  { id: 'window.cite-evidence', label: 'Copy the selection with citation as evidence', group: 'Mark', keys: [], when: hasText,
    run: () => copyCited('evidence') },
  { id: 'window.copy-link', label: 'Copy a link to the selection', group: 'Mark', keys: [], when: hasText, run: copyLink },
  { id: 'window.remove', label: 'Remove the highlight in focus', group: 'Mark', keys: ['Delete'],
    when: () => documentState.store.get().active?.kind === 'annotation',
    run: () => void annotationsState.remove(documentState.store.get().active?.id ?? '') },
  { id: 'undo', label: 'Undo', group: 'Mark', keys: ['Ctrl+Z'], when: always, run: () => void annotationsState.undo() },
  { id: 'redo', label: 'Redo', group: 'Mark', keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], when: always, run: () => void annotationsState.redo() }
]

const boundary = (): boolean => reading() && hasBoundary()

/** The commands that choose words by key. */
export const SELECT: readonly Command[] = [
  { id: 'window.caret', label: 'Caret in the text', group: 'Select', keys: ['F7'], when: reading, run: caretState.toggle },
  { id: 'window.select-all', label: 'Select all of the text', group: 'Select', keys: ['Ctrl+A'], when: reading, run: selectAll },
  { id: 'window.sentence', label: 'Select the next sentence', group: 'Select', keys: ['s'], when: reading, run: () => selectSentence(1) },
  { id: 'window.sentence-before', label: 'Select the previous sentence', group: 'Select', keys: ['Shift+S'], when: reading,
    run: () => selectSentence(-1) },
  { id: 'window.end-later', label: 'End a character later', group: 'Select', keys: ['Shift+ArrowRight'], when: boundary,
    run: () => moveEdge('end', 'character', 1) },
  { id: 'window.end-earlier', label: 'End a character earlier', group: 'Select', keys: ['Shift+ArrowLeft'], when: boundary,
    run: () => moveEdge('end', 'character', -1) },
  { id: 'window.end-word', label: 'End a word later', group: 'Select', keys: ['Ctrl+Shift+ArrowRight'], when: boundary,
    run: () => moveEdge('end', 'word', 1) },
  { id: 'window.end-word-back', label: 'End a word earlier', group: 'Select', keys: ['Ctrl+Shift+ArrowLeft'], when: boundary,
    run: () => moveEdge('end', 'word', -1) },
  { id: 'window.end-sentence', label: 'End with the next sentence', group: 'Select', keys: ['Shift+ArrowDown'], when: boundary,
    run: () => moveEdge('end', 'sentence', 1) },
  { id: 'window.end-sentence-back', label: 'End with the previous sentence', group: 'Select', keys: ['Shift+ArrowUp'], when: boundary,
    run: () => moveEdge('end', 'sentence', -1) },
  { id: 'window.start-word', label: 'Begin a word later', group: 'Select', keys: ['Alt+Shift+ArrowRight'], when: boundary,
    run: () => moveEdge('start', 'word', 1) },
  { id: 'window.start-word-back', label: 'Begin a word earlier', group: 'Select', keys: ['Alt+Shift+ArrowLeft'], when: boundary,
    run: () => moveEdge('start', 'word', -1) }
]
