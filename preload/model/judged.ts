import type { Decision, SuggestionKind } from '#contract/annotation'
import type { Sentence } from '#contract/filing'
import type { EvidenceRole, Finding } from '#contract/finding'
import type { NodeId } from '#contract/ids'
import type { TextRange } from '#contract/range'

/**
 * What is shown of a suggestion once the analyst has judged it. The page, the list of marks and print all ask here, so that they show
 * the same words.
 */

/** The decisions of one kind by the node they are about. A decision whose node is gone is about none. */
export const decisionsByNode = (decisions: readonly Decision[], kind: SuggestionKind): ReadonlyMap<NodeId, Decision> =>
  new Map(decisions.flatMap((decision) => (decision.kind === kind && decision.node !== null ? [[decision.node, decision]] : [])))

/** Whether a suggestion is shown in the text at all: one that was rejected is not. */
export const isShown = (decision: Decision | null | undefined): boolean => decision?.verdict !== 'rejected'

/** The pieces of a sentence, in order: more than one where page furniture cuts it. */
export const sentenceRanges = ({ start, end, ranges }: Pick<Sentence, 'start' | 'end' | 'ranges'>): readonly TextRange[] =>
  ranges ?? [{ start, end }]

/** The words of a finding's claim: those that the analyst cut it to, else those that were found. */
export const claimRange = ({ claim }: Pick<Finding, 'claim'>, decision: Decision | null | undefined): TextRange =>
  decision?.span?.range ?? claim

/** The words of a statement: those that the analyst cut it to, else its whole sentence. */
export const statementRanges = (sentence: Pick<Sentence, 'start' | 'end' | 'ranges'>,
  decision: Decision | null | undefined): readonly TextRange[] => (decision?.span ? [decision.span.range] : sentenceRanges(sentence))

/** The evidence that is painted beside the claim; context is read in the card alone, or half the release would be coloured. */
const PAINTED_ROLES: ReadonlySet<EvidenceRole> = new Set(['result', 'restatement', 'interpretation'])

/** The sentences that are painted as evidence of a finding whose claim is `claim`: those with a part to play that do not lie within the claim. */
export const paintedEvidence = ({ evidence }: Pick<Finding, 'evidence'>, claim: TextRange,
  sentences: ReadonlyMap<NodeId, Sentence>): readonly Sentence[] =>
  evidence.flatMap(({ sentence: id, role }) => {
    const sentence = sentences.get(id)
    if (!sentence || !PAINTED_ROLES.has(role)) return []
    return sentence.start >= claim.start && sentence.end <= claim.end ? [] : [sentence]
  })
