import type { Annotation } from '#contract/annotation'
import { annotationsState } from '../state/marks/annotations'
import { documentState } from '../state/document/document'
import { findingsState } from '../state/marks/findings'
import { type Citation, wordsCitation } from '#model/note-citation'

/** The document of the open filing that holds a source offset; the one that is read where none does. */
export const sequenceAt = (offset: number): number => {
  const { open, sequence } = documentState.store.get()
  return open?.documents.find(({ range }) => offset >= range.start && offset < range.end)?.sequence ?? sequence ?? 1
}

/** A highlight of the open filing as a citation. */
export const citationOfAnnotation = ({ id, selectors: { position, quote } }: Annotation): Citation => ({
  ...wordsCitation(sequenceAt(position.start), position, quote.exact),
  kind: 'annotation',
  ref: id
})

/** The passage a citation would point to now: the selected words, else the suggestion or highlight in focus, else null. */
export const passageInHand = (): Citation | null => {
  const { selection, active, content, sequence } = documentState.store.get()
  if (sequence === null) return null
  if (selection) return wordsCitation(sequence, selection.range, selection.text)
  if (active?.kind === 'annotation') {
    const annotation = annotationsState.select.annotation(active.id)(annotationsState.store.get())
    return annotation && citationOfAnnotation(annotation)
  }
  const { findings, forward } = findingsState.suggestions(content, findingsState.store.get().decisions)
  const suggestion = [...findings, ...forward].find(({ kind, id }) => kind === active?.kind && id === active.id)
  return suggestion ? { ...wordsCitation(sequence, suggestion.range, suggestion.exact), kind: suggestion.kind, ref: suggestion.id } : null
}
