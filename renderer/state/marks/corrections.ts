/** What an analyst corrects in a suggestion beside its verdict: where its words begin and end, and which risk factors cover it. */
import type { LinkedFactor } from '#contract/annotation'
import type { SafeHarborItem } from '#contract/finding'
import type { TextRange } from '#contract/range'
import { blockIndexOf } from '#model/block-index'
import { type Edge, moveBoundary } from '../document/boundaries'
import { documentState, type MarkRef } from '../document/document'
import { feedbackState } from '../window/feedback'
import { findingsState } from './findings'
import { shownText } from '#model/quote'
import { type ForwardSuggestion, type Suggestion } from './suggestions'

const isSame = (a: TextRange, b: TextRange): boolean => a.start === b.start && a.end === b.end

/** Begins or ends a suggestion a word later (1) or earlier (-1); back at the suggested words the correction is gone. */
const moveEdge = async (ref: MarkRef, edge: Edge, delta: 1 | -1): Promise<void> => {
  const { content } = documentState.store.get()
  const suggestion = findingsState.find(ref)
  if (!content || !suggestion) return
  const range = moveBoundary(blockIndexOf(content.blocks), content.sentences, suggestion.range, edge, 'word', delta)
  if (!range) {
    feedbackState.announce('It cannot be moved further.')
    return
  }
  const back = isSame(range, suggestion.origin.range)
  const exact = shownText(content.blocks, range)
  await findingsState.correct(ref, { span: back ? null : { range, exact } }, back ? 'Words as suggested.' : 'Words corrected.')
  feedbackState.announce(exact.slice(0, 120))
  documentState.reveal(range, { flash: false, remember: false })
}

/** Takes the suggested words again. */
const resetWords = (ref: MarkRef): Promise<void> => findingsState.correct(ref, { span: null }, 'Words as suggested.')

const linkTo = ({ text, start, end }: SafeHarborItem): LinkedFactor => ({ exact: text, range: { start, end } })

/** Links a statement to a risk factor, or takes the link away; links whose words are no longer found stay. */
const toggleLink = async (suggestion: ForwardSuggestion, factor: SafeHarborItem): Promise<void> => {
  const factors = documentState.store.get().content?.safeHarbor?.riskFactors ?? []
  const linked = suggestion.coveredBy.includes(factor.id)
  const now = factors.filter(({ id }) => suggestion.coveredBy.includes(id) !== (id === factor.id))
  await findingsState.correct(suggestion, { links: [...now.map(linkTo), ...suggestion.lostLinks] },
    linked ? 'Caution unlinked.' : 'Caution linked.')
}

/** Takes the suggested links again. */
const resetLinks = (suggestion: ForwardSuggestion): Promise<void> =>
  findingsState.correct(suggestion, { links: null }, 'Cautions as suggested.')

/** What of a suggestion the analyst corrected, in words; empty where nothing. */
const correctedParts = ({ decision }: Suggestion): readonly string[] =>
  [
    decision?.span ? 'words' : null,
    decision?.risks ? 'risk tags' : null,
    decision?.links ? 'cautions' : null
  ].filter((part) => part !== null)

/** Corrections of suggestions. */
export const corrections = { moveEdge, resetWords, toggleLink, resetLinks, correctedParts }
