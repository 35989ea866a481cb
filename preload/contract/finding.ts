import type { NodeId, RiskId } from './ids'
import type { TextRange } from './range'

/** The types of finding; the codes of the inspect format. */
export type FindingType = 'explicit-heading' | 'primary-endpoint' | 'significance' | 'statistic' | 'safety-outcome' | 'effect'
  | 'financial-result' | 'guidance' | 'regulatory-event' | 'corporate-event' | 'implicit'

/** Whether a finding speaks for the company, against it, with reservations, or neither. */
export type Polarity = 'favourable' | 'unfavourable' | 'qualified' | 'neutral'

/** How certain a suggestion is: right at least nineteen times in twenty on filings of issuers that nothing was learnt from, or less. */
export type Certainty = 'sure' | 'worth a look'

/** What a sentence does for its finding. */
export type EvidenceRole = 'result' | 'restatement' | 'interpretation' | 'context'

/** One sentence that stands behind a finding. */
export interface Evidence {
  readonly sentence: NodeId
  readonly role: EvidenceRole
  readonly polarity: Polarity
}

/** What a reader is warned of. */
export type FindingFlag = 'primary-endpoint-not-stated' | 'post-hoc' | 'selective-time-points' | 'numerical-only'
  | 'no-statistics-in-release' | 'tension' | 'subgroup' | 'secondary-headlined' | 'trend-language' | 'one-sided' | 'open-label' | 'booster'
  | 'no-comparator'

/** A cue inside the evidence that lowers or colours the claim. */
export interface Qualifier {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kind: string
}

/** One part of a finding's rank, such as "explicit heading +3". */
export interface ScorePart {
  readonly label: string
  readonly points: number
}

/** A statement of an observed outcome, with the sentences behind it. `why` explains the suggestion in one sentence. */
export interface Finding {
  readonly id: NodeId
  readonly type: FindingType
  readonly explicit: boolean
  readonly ordinal: number | null
  readonly polarity: Polarity
  readonly claim: TextRange
  readonly evidence: readonly Evidence[]
  readonly flags: readonly FindingFlag[]
  readonly score: number
  readonly why: string
  readonly label?: string
  /** The heading its claim stands under, as the filing words it; absent where it stands under none. */
  readonly subject?: string
  /** Titles and headings that tell the same outcome; absent where none does. */
  readonly headlines?: readonly TextRange[]
  readonly endpoint?: 'primary' | 'secondary' | 'unspecified'
  readonly qualifiers?: readonly Qualifier[]
  readonly scoreParts?: readonly ScorePart[]
  /** Absent where it was not judged. */
  readonly certainty?: Certainty
}

/** How a sentence looks forward: a prediction or plan, only by the filing's own word list, or standing caution. */
export type ForwardLookingClass = 'core' | 'borderline' | 'boilerplate'

/** A word that makes a sentence forward-looking, and whose list it is on. */
export interface Trigger {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly source: 'filing' | 'lexicon'
}

/** A link from a statement to the risk factor that cautions about it, with the words that made it. */
export interface CautionLink {
  readonly riskFactor: NodeId
  readonly score: number
  readonly words: readonly string[]
}

/** A forward-looking statement. `why` explains the suggestion in one sentence. */
export interface ForwardLooking {
  readonly sentence: NodeId
  readonly class: ForwardLookingClass
  readonly triggers: readonly Trigger[]
  readonly risks: readonly RiskId[]
  readonly coveredBy: readonly NodeId[]
  readonly why: string
  readonly subclass?: 'specific' | 'generic' | 'logistics' | 'contractual' | 'third-party'
  readonly quantified?: boolean
  readonly horizon?: string | null
  /** The clause that looks forward, where that is less than the sentence. */
  readonly span?: TextRange
  readonly links?: readonly CautionLink[]
  /** Absent where it was not judged. */
  readonly certainty?: Certainty
}

/** A word the filing's own safe harbor lists as marking forward-looking statements. */
export interface SafeHarborTrigger {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A subject or a risk factor named in the filing's own safe harbor. */
export interface SafeHarborItem {
  readonly id: NodeId
  readonly start: number
  readonly end: number
  readonly text: string
  readonly risks: readonly RiskId[]
  /** Named entities, numbers, dates and product names per 100 words. */
  readonly specificity?: number
}

/** The filing's own safe-harbor paragraph, read as data. */
export interface SafeHarbor {
  readonly ranges: readonly TextRange[]
  readonly triggers: readonly SafeHarborTrigger[]
  readonly subjects: readonly SafeHarborItem[]
  readonly riskFactors: readonly SafeHarborItem[]
  /** True where the list ends in "similar expressions" or the like. */
  readonly openEnded?: boolean
  /** References to cautions that stand elsewhere, such as "our Form 10-K". */
  readonly pointers?: readonly SafeHarborTrigger[]
  /** Cue words of the body that the filing's list leaves out, and listed words that the body never uses. */
  readonly unlistedCues?: readonly string[]
  readonly unusedTriggers?: readonly string[]
}

/** The upper level of the risk taxonomy. */
export type RiskGroup = 'development' | 'operations' | 'finance' | 'surroundings'

/** One of the risk tags, as data; the lower level of the taxonomy. */
export interface RiskTag {
  readonly id: RiskId
  readonly label: string
  readonly scope: string
  /** Always present in a workspace. */
  readonly group?: RiskGroup
  /** True where the analyst does not want it offered; statements that carry it keep it. */
  readonly hidden?: boolean
  /** True where the analyst made it; the detector never suggests it. */
  readonly own?: boolean
}
