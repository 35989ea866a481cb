/** What a passage is for, where that leaves no room for news, plans or forecasts of the issuer's own. */
export type PassageKind = 'logistics' | 'non-gaap' | 'guidance-policy' | 'legend' | 'contract-terms' | 'plan-terms' | 'hypothetical'
  | 'standard'

/** The passage a sentence belongs to: decided once, and asked by every rule. `why` says it in words that follow "It". */
export interface Passage {
  readonly kind: PassageKind
  readonly why: string
  /** True where the passage cautions the reader: it is standing text rather than no statement at all. */
  readonly cautions: boolean
}

/** Passages in which no finding is told and no figure of the period stands for itself. */
export const TELLS_NO_FINDING: ReadonlySet<PassageKind> = new Set(['logistics', 'guidance-policy', 'legend', 'hypothetical', 'standard'])
