import { blockIndexOf } from '#model/block-index'
import { caretState } from '../document/caret'
import { offsetOf } from '../document/caret-moves'
import { documentState } from '../document/document'
import type { SimilarTo } from './search'

/** A selection of fewer characters than this stands for its whole sentence: a word or two are like too much. */
const LEAST_SELECTED = 24

/** Where the reader is: at the selection, else at the caret; null while there is neither. */
const offsetHere = (): number | null => {
  const { selection, content } = documentState.store.get()
  if (selection) return selection.range.start
  const { at } = caretState.store.get()
  return at && content ? offsetOf(blockIndexOf(content.blocks), at) : null
}

/** The words whose likes are looked for: those selected, or the sentence they or the caret stand in. */
export const similarToHere = (): SimilarTo | null => {
  const { selection, content, open } = documentState.store.get()
  const offset = offsetHere()
  if (!content || !open || offset === null) return null
  if (selection && selection.text.length >= LEAST_SELECTED)
    return { text: selection.text, filingId: open.filing.id, range: selection.range }
  const sentence = content.sentences.find(({ start, end }) => offset >= start && offset < end)
  return sentence ? { text: sentence.text, filingId: open.filing.id, range: { start: sentence.start, end: sentence.end } } : null
}
