import type { Decision, DecisionVerdict, LinkedFactor } from '#contract/annotation'
import type { DocumentContent } from '#contract/library'
import type { Sentence } from '#contract/filing'
import type { Certainty, Finding, FindingFlag, FindingType, ForwardLooking, ForwardLookingClass, Polarity } from '#contract/finding'
import type { NodeId, RiskId } from '#contract/ids'
import type { TextRange } from '#contract/range'
import { cautionsOf } from '#model/caution-cover'
import { decisionsByNode } from '#model/judged'
import { shownText } from '#model/quote'

interface SuggestionBase {
  /** The finding's id, or the id of the sentence that looks forward. */
  readonly id: NodeId
  /** The words it is about: the analyst's where they were corrected, else those suggested. */
  readonly range: TextRange
  /** These words as shown. */
  readonly exact: string
  /** The words as suggested, by which a decision is tied to the suggestion. */
  readonly origin: { readonly range: TextRange; readonly exact: string }
  /** What the analyst decided, or null while it is only suggested. */
  readonly decision: Decision | null
  readonly speaker: string | null
}

/** A finding beside what the analyst decided of it. */
export interface FindingSuggestion extends SuggestionBase {
  readonly kind: 'finding'
  readonly finding: Finding
}

/** A forward-looking sentence beside what the analyst decided of it. */
export interface ForwardSuggestion extends SuggestionBase {
  readonly kind: 'forward-looking'
  readonly forward: ForwardLooking
  readonly sentence: Sentence
  /** The risk tags that count: the analyst's where they were corrected, else the suggested ones. */
  readonly risks: readonly RiskId[]
  /** The risk factors that count, by id: the analyst's links where they were corrected, else the suggested ones. */
  readonly coveredBy: readonly NodeId[]
  /** Links of the analyst's whose words stand in no risk factor of this document any more. */
  readonly lostLinks: readonly LinkedFactor[]
}

/** Anything the machine suggested. */
export type Suggestion = FindingSuggestion | ForwardSuggestion

/** The suggestions of one document: findings by rank, forward-looking statements by place. */
export interface Suggestions {
  readonly findings: readonly FindingSuggestion[]
  readonly forward: readonly ForwardSuggestion[]
}

/** Decisions by suggestion. A later decision on the same suggestion replaces an earlier one. */
/** An explicit finding without an ordinal sorts behind those that have one. */
const UNNUMBERED = Number.MAX_SAFE_INTEGER

/** Explicit findings first, by their ordinal as the release counts them; then by score; then by place. */
const byRank = (a: FindingSuggestion, b: FindingSuggestion): number =>
  Number(b.finding.explicit) - Number(a.finding.explicit)
  || (a.finding.ordinal ?? UNNUMBERED) - (b.finding.ordinal ?? UNNUMBERED) || b.finding.score - a.finding.score ||
  a.range.start - b.range.start

const wordsIn = (origin: SuggestionBase['origin'], decision: Decision | null): Pick<SuggestionBase, 'range' | 'exact' | 'origin'> => ({
  range: decision?.span?.range ?? origin.range,
  exact: decision?.span?.exact ?? origin.exact,
  origin
})

/** Joins what was found in a document with what was decided. */
export const suggestionsOf = (content: DocumentContent, decisions: readonly Decision[]): Suggestions => {
  const sentences = new Map(content.sentences.map((sentence) => [sentence.id, sentence]))
  const ofFinding = decisionsByNode(decisions, 'finding')
  const ofForward = decisionsByNode(decisions, 'forward-looking')
  const findings = content.findings.map((finding): FindingSuggestion => {
    const decision = ofFinding.get(finding.id) ?? null
    return {
      kind: 'finding',
      id: finding.id,
      ...wordsIn({ range: finding.claim, exact: shownText(content.blocks, finding.claim) }, decision),
      finding,
      decision,
      speaker: finding.evidence.map(({ sentence }) => sentences.get(sentence)?.speaker ?? null).find((name) => name !== null) ?? null
    }
  }).sort(byRank)
  const factors = content.safeHarbor?.riskFactors ?? []
  const forward = content.forwardLooking.flatMap((statement): readonly ForwardSuggestion[] => {
    const sentence = sentences.get(statement.sentence)
    if (!sentence) return []
    const decision = ofForward.get(statement.sentence) ?? null
    return [{
      kind: 'forward-looking',
      id: sentence.id,
      ...wordsIn({ range: { start: sentence.start, end: sentence.end }, exact: sentence.text }, decision),
      forward: statement,
      sentence,
      decision,
      speaker: sentence.speaker,
      risks: decision?.risks ?? statement.risks,
      ...cautionsOf(statement, decision, factors)
    }]
  }).sort((a, b) => a.range.start - b.range.start)
  return { findings, forward }
}

/** Whether a suggestion was decided, and how. */
export type DecisionState = DecisionVerdict | 'undecided'

/** The state of a suggestion as the filters name it. */
export const stateOf = (suggestion: Suggestion): DecisionState => suggestion.decision?.verdict ?? 'undecided'

/** Which findings are listed; an empty list lets all through. */
export interface FindingFilter {
  readonly types: readonly FindingType[]
  readonly polarities: readonly Polarity[]
  readonly flags: readonly FindingFlag[]
  readonly certainty: readonly Certainty[]
  readonly states: readonly DecisionState[]
}

/** Which forward-looking statements are listed; an empty list lets all through. */
export interface ForwardFilter {
  readonly classes: readonly ForwardLookingClass[]
  readonly risks: readonly RiskId[]
  readonly speakers: readonly string[]
  readonly cover: readonly ('covered' | 'uncovered')[]
  readonly certainty: readonly Certainty[]
  readonly states: readonly DecisionState[]
}

/** Lists every finding. */
export const ALL_FINDINGS: FindingFilter = { types: [], polarities: [], flags: [], certainty: [], states: [] }

/** Lists every forward-looking statement. */
export const ALL_FORWARD: ForwardFilter = { classes: [], risks: [], speakers: [], cover: [], certainty: [], states: [] }

/** The name under which statements without a speaker are filtered. */
export const COMPANY_VOICE = ''

const passes = <T>(wanted: readonly T[], values: readonly T[]): boolean =>
  wanted.length === 0 || values.some((value) => wanted.includes(value))

/** How certain a suggestion is; one that was made without a word of it is worth a look. */
export const certaintyOf = (item: Suggestion): Certainty =>
  (item.kind === 'finding' ? item.finding.certainty : item.forward.certainty) ?? 'worth a look'

/** The undecided one to be judged next, behind the place `at` of a list and then from its top: what is sure before what is worth a look. */
export const nextLeft = (list: readonly Suggestion[], at: number): Suggestion | undefined => {
  const left = [...list.slice(at + 1), ...list.slice(0, at + 1)].filter(({ decision }) => decision === null)
  return left.find((item) => certaintyOf(item) === 'sure') ?? left[0]
}

/** The findings the filter lets through, order kept. */
export const filterFindings = (list: readonly FindingSuggestion[], filter: FindingFilter): readonly FindingSuggestion[] =>
  list.filter((item) =>
    passes(filter.types, [item.finding.type]) && passes(filter.polarities, [item.finding.polarity])
    && passes(filter.flags, item.finding.flags) && passes(filter.certainty, [certaintyOf(item)]) && passes(filter.states, [stateOf(item)])
  )

/** Whether some risk factor of the filing was linked to the statement. */
export const coverOf = (item: ForwardSuggestion): 'covered' | 'uncovered' => (item.coveredBy.length > 0 ? 'covered' : 'uncovered')

/** Whether a statement is folded away unless asked for: standing caution, or a plain date of a call. */
export const isFolded = (item: ForwardSuggestion): boolean => item.forward.class === 'boilerplate' || item.forward.subclass === 'logistics'

/** The statements the filter lets through, order kept. */
export const filterForward = (list: readonly ForwardSuggestion[], filter: ForwardFilter): readonly ForwardSuggestion[] =>
  list.filter((item) =>
    passes(filter.classes, [item.forward.class]) && passes(filter.risks, item.risks)
    && passes(filter.speakers, [item.speaker ?? COMPANY_VOICE]) && passes(filter.cover, [coverOf(item)]) &&
    passes(filter.certainty, [certaintyOf(item)]) && passes(filter.states, [stateOf(item)])
  )

/** How many of the items carry each value; the order is that of first appearance. */
export const countBy = <I, V extends string>(items: readonly I[], valuesOf: (item: I) => readonly V[]): ReadonlyMap<V, number> => {
  const counts = new Map<V, number>()
  for (const item of items) for (const value of new Set(valuesOf(item))) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
