import type { CorrectedSpan, Decision, LinkedFactor, SuggestionKind } from '#contract/annotation'
import type { FilingDocument } from '#contract/filing'
import type { NodeId } from '#contract/ids'
import type { TextRange } from '#contract/range'
import { createAnchorText, levelQuote, sourceOf } from '../../domain/anchor/anchor-text'
import type { AnchorText } from '../../domain/anchor/anchor-text'
import { makeAnchor } from '../../domain/anchor/make-anchor'
import { findExact } from '../../domain/anchor/match-quote'

/** A suggestion of an analysis as a decision names it. */
interface Suggestion {
  readonly kind: SuggestionKind
  readonly node: NodeId
  readonly range: TextRange
  readonly words: string
}

/** The text of documents that were analysed, for anchors. */
export const anchorTextOf = (documents: readonly FilingDocument[], textSha256: string): AnchorText =>
  createAnchorText(documents.flatMap((document) => document.blocks), documents.flatMap((document) => document.sections), textSha256)

const suggestionsOf = (documents: readonly FilingDocument[], anchors: AnchorText): Suggestion[] =>
  documents.flatMap((document) => {
    const sentences = new Map(document.sentences.map((sentence) => [sentence.id, sentence]))
    const findings = document.findings.map((finding): Suggestion => ({
      kind: 'finding',
      node: finding.id,
      range: finding.claim,
      words: levelQuote(makeAnchor(anchors, finding.claim).quote.exact)
    }))
    const forward = document.forwardLooking.flatMap((statement): Suggestion[] => {
      const sentence = sentences.get(statement.sentence)
      return sentence
        ? [{ kind: 'forward-looking', node: statement.sentence, range: { start: sentence.start, end: sentence.end },
          words: levelQuote(sentence.text) }]
        : []
    })
    return [...findings, ...forward]
  })

/** The risk factors of an analysis with their words levelled. */
const factorsOf = (documents: readonly FilingDocument[]): { readonly words: string; readonly range: TextRange }[] =>
  documents.flatMap(({ safeHarbor }) => safeHarbor?.riskFactors ?? []).map(({ text, start, end }) => ({ words: levelQuote(text),
    range: { start, end } })
  )

/** Corrected words in another text: the same words where they stand nearest to their suggestion; as they were where they are gone. */
const moveSpan = (span: CorrectedSpan, near: TextRange, anchors: AnchorText): CorrectedSpan => {
  const ranges = findExact(anchors, levelQuote(span.exact), { start: false, end: false }).flatMap(({ start, end }) =>
    sourceOf(anchors, start, end) ?? []
  )
  const distance = ({ start }: TextRange): number => Math.abs(start - near.start)
  const nearest = ranges.reduce<TextRange | null>((best, range) => (best === null || distance(range) < distance(best) ? range : best), null)
  return nearest ? { ...span, range: nearest } : span
}

/** The corrections of a decision, told in another text. */
const correctionsIn = (decision: Decision, near: TextRange | undefined, anchors: AnchorText,
  moveLink: (link: LinkedFactor) => LinkedFactor): Pick<Decision, 'links' | 'span'> => ({
    links: decision.links?.map(moveLink) ?? null,
    span: decision.span && near ? moveSpan(decision.span, near, anchors) : (decision.span ?? null)
  })

const isSameRange = (a: TextRange, b: TextRange): boolean => a.start === b.start && a.end === b.end

/**
 * Ties decisions to the suggestions of a newer analysis by their words: the same range, else the same words where only one
 * suggestion has them. `sameText` says that the ranges still count in the same text. A decision whose suggestion is no
 * longer made keeps its words and verdict, with no node. Answers with the decisions that changed; the verdict never does, and
 * corrected words and links keep their words: in another text they are only told where these stand now.
 */
export const reattachDecisions = (decisions: readonly Decision[], documents: readonly FilingDocument[], textSha256: string,
  sameText: boolean): Decision[] => {
  const anchors = anchorTextOf(documents, textSha256)
  const suggestions = suggestionsOf(documents, anchors)
  const factors = sameText ? [] : factorsOf(documents)
  const moveLink = (link: LinkedFactor): LinkedFactor => ({ ...link,
    range: factors.find((factor) => factor.words === levelQuote(link.exact))?.range ?? link.range })
  return decisions.flatMap((decision) => {
    const ofKind = suggestions.filter((suggestion) => suggestion.kind === decision.kind)
    const words = levelQuote(decision.exact)
    const alike = ofKind.filter((suggestion) => suggestion.words === words)
    const found = (sameText ? ofKind.find((suggestion) => isSameRange(suggestion.range, decision.range)) : undefined) ??
      (alike.length === 1 ? alike[0] : undefined)
    const after: Decision = { ...decision, node: found?.node ?? null, range: found && !sameText ? found.range : decision.range,
      ...(sameText ? {} : correctionsIn(decision, found?.range, anchors, moveLink)) }
    return after.node === decision.node && isSameRange(after.range, decision.range) ? [] : [after]
  })
}
