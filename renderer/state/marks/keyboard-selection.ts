/** Selecting words without a mouse: sentence by sentence, then each boundary by characters, words or sentences; highlights too. */
import type { DocumentContent } from '#contract/library'
import type { TextRange } from '#contract/range'
import { blockIndexOf } from '#model/block-index'
import { type Edge, moveBoundary, sentenceFrom, type Step } from '../document/boundaries'
import { boundaryEdit } from './boundary-edit'
import { corrections } from './corrections'
import { documentState } from '../document/document'
import { feedbackState } from '../window/feedback'
import { findState } from '../document/find'
import { halvesState } from '../document/halves'
import { selectionOf } from '../document/selection'

/** Words longer than this are read out by their first ones. */
const MOST_READ = 200

const choose = (range: TextRange): void => {
  const { content, open } = documentState.store.get()
  const selection = content && open ? selectionOf(blockIndexOf(content.blocks), content, open.filing.id, range) : null
  if (!selection) return
  documentState.setSelection(selection)
  documentState.reveal(range, { flash: false, remember: false })
  feedbackState.announce(`Selected: ${selection.text.slice(0, MOST_READ)}`)
}

/** The words that were marked last, in which document, and the hit of the search that was in focus then. */
let marked: { readonly content: DocumentContent; readonly range: TextRange; readonly hit: TextRange | null } | null = null

/** Further behind the first line on screen than this many sentences, words that were marked are out of sight. */
const IN_SIGHT = 40

/** Has stepping by sentences go on behind words that were marked, until the reader goes elsewhere. */
export const goOnBehind = (range: TextRange): void => {
  const { content } = documentState.store.get()
  marked = content && { content, range, hit: findState.select.currentHit(findState.store.get()) }
}

/** The words marked last, while they are about in sight and the search has not gone on since. */
const stillMarked = (): TextRange | null => {
  if (!marked || marked.content !== documentState.store.get().content) return null
  if (marked.hit !== findState.select.currentHit(findState.store.get())) return null
  const { range, content } = marked
  const { top } = halvesState.here()
  const between = content.sentences.reduce((count, { start }) => start >= top && start < range.start ? count + 1 : count, 0)
  return range.end >= top && between <= IN_SIGHT ? range : null
}

/** Where stepping by sentences begins: at the selection, else at the words just marked, else at the hit in focus, else just before the first line on screen. */
const origin = (delta: 1 | -1): number => {
  const { selection } = documentState.store.get()
  if (selection) return selection.range.start
  const behind = stillMarked()
  if (behind) return delta === 1 ? behind.end - 1 : behind.start
  return findState.select.currentHit(findState.store.get())?.start ?? halvesState.here().top - 1
}

/** Selects the next sentence (1) or the one before (-1). */
export const selectSentence = (delta: 1 | -1): void => {
  const { content } = documentState.store.get()
  const range = content && sentenceFrom(content.sentences, origin(delta), delta)
  if (range) choose(range)
  else feedbackState.announce(delta === 1 ? 'This is the last sentence.' : 'This is the first sentence.')
}

/** Selects all the text of the document that is read, from its first word to its last. */
export const selectAll = (): void => {
  const { content, open } = documentState.store.get()
  const selection = content && open ? selectionOf(blockIndexOf(content.blocks), content, open.filing.id, content.range) : null
  if (!selection) return
  documentState.setSelection(selection)
  feedbackState.announce('All of the text is selected.')
}

/** Whether there is anything whose boundary could be moved: a selection, or a highlight or suggestion in focus. */
export const hasBoundary = (): boolean => documentState.store.get().selection !== null || documentState.store.get().active !== null

/** Moves a boundary of the selection; without one, of the highlight in focus, which keeps its notes and history, or by words of the suggestion in focus. */
export const moveEdge = (edge: Edge, step: Step, delta: 1 | -1): void => {
  const { content, selection, active } = documentState.store.get()
  if (selection && content) {
    const range = moveBoundary(blockIndexOf(content.blocks), content.sentences, selection.range, edge, step, delta)
    if (range) choose(range)
  } else if (active?.kind === 'annotation') boundaryEdit.step(active.id, edge, step, delta)
  else if (active && step === 'word') void corrections.moveEdge(active, edge, delta)
}
