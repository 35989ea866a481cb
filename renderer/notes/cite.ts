import { annotationsState } from '../state/annotations'
import { documentState } from '../state/document'
import { findingsState } from '../state/findings'
import type { Citation } from './nodes/citation-node'

/** The passage a citation would point to now: the selected words, else the suggestion or highlight in focus, else null. */
export const passageInHand = (): Citation | null => {
  const { selection, active, content, sequence } = documentState.store.get()
  if (sequence === null) return null
  if (selection) return { sequence, ...selection.range, quote: selection.text }
  if (active?.kind === 'annotation') {
    const annotation = annotationsState.select.annotation(active.id)(annotationsState.store.get())
    if (!annotation) return null
    const { position, quote } = annotation.selectors
    return { sequence, start: position.start, end: position.end, quote: quote.exact }
  }
  const { findings, forward } = findingsState.suggestions(content, findingsState.store.get().decisions)
  const suggestion = [...findings, ...forward].find(({ kind, id }) => kind === active?.kind && id === active.id)
  return suggestion ? { sequence, ...suggestion.range, quote: suggestion.exact } : null
}
