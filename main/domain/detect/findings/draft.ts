import type { EvidenceRole, FindingFlag, FindingType, Polarity, ScorePart } from '#contract/finding'
import type { Block } from '#contract/filing'
import type { SentenceView } from '../text/sentence-view'

/** A sentence that stands behind a finding being built. */
export interface DraftEvidence {
  readonly view: SentenceView
  readonly role: EvidenceRole
  readonly polarity: Polarity
}

/** A finding while its evidence is gathered. */
export interface Draft {
  readonly type: FindingType
  readonly explicit: boolean
  readonly ordinal: number | null
  readonly heading: Block | null
  readonly why: string
  readonly evidence: DraftEvidence[]
  readonly flags: Set<FindingFlag>
}

/** The results of a draft, in reading order. */
export const resultsOf = (draft: Draft): readonly SentenceView[] =>
  draft.evidence.filter(({ role }) => role === 'result').map(({ view }) => view)

/** One part of a rank. */
export type Part = ScorePart
