import type { AnnotationId, FilingId, NodeId, RiskId, TagId } from './ids'
import type { Authored } from './person'
import type { TextRange } from './range'

/** The second cue of a tag beside its colour, so that no meaning hangs on colour alone. */
export type TagUnderline = 'solid' | 'dashed' | 'dotted' | 'double' | 'wavy'

/** The named colours of a tag; each theme gives them its own contrast-checked value. */
export type TagColour = 'yellow' | 'green' | 'blue' | 'pink' | 'orange' | 'violet' | 'teal' | 'grey'

/** A tag of the analyst's own. `shortcut` is a digit that applies it to a selection, or null. */
export interface Tag {
  readonly id: TagId
  readonly name: string
  readonly colour: TagColour
  readonly underline: TagUnderline
  readonly letter: string
  readonly shortcut: string | null
}

/** W3C TextPositionSelector: source offsets, UTF-16 code units, end exclusive. */
export interface PositionSelector {
  readonly start: number
  readonly end: number
}

/** W3C TextQuoteSelector, over the shown text; `prefix` and `suffix` hold up to 64 code units of context each. */
export interface QuoteSelector {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** Everything that ties an annotation to its words, so that it survives another parser and another version of the filing. */
export interface Selectors {
  readonly position: PositionSelector
  readonly quote: QuoteSelector
  /** Titles of the sections from the outermost in. */
  readonly sectionPath: readonly string[]
  /** Lower-case hexadecimal SHA-256 of the decoded text the offsets refer to. */
  readonly textSha256: string
  readonly parserVersion: number
}

/** How an annotation fared when its words were last looked for. */
export type AnchorVerdict = 'intact' | 'moved' | 'reworded' | 'number-changed' | 'polarity-changed' | 'ambiguous' | 'gone'

/** Words that a waiting annotation might be meant for now. */
export interface ProposedPlace {
  readonly range: TextRange
  readonly quote: QuoteSelector
  readonly sectionPath: readonly string[]
}

/**
 * What an annotation says of itself in a filing whose text it was not made on: a later version, or the same one decoded anew. Its
 * `selectors` are then those of that filing where it stands there, and still its own where it waits.
 */
export interface CarriedAnnotation {
  readonly from: FilingId
  readonly fromTitle: string
  /** The words it was made on, and where they stand in the filing it was made in. */
  readonly exact: string
  readonly range: TextRange
  readonly state: 'itself' | 'hand' | 'waiting' | 'dismissed' | 'unsought'
  /** What the search said of its words there, whatever the analyst did since. */
  readonly found: AnchorVerdict
  readonly proposed: ProposedPlace | null
  readonly dismissedAt: string | null
}

/** A highlight of the analyst's own. Times are ISO 8601 in UTC. */
export interface Annotation extends Authored {
  readonly id: AnnotationId
  readonly filingId: FilingId
  readonly tagId: TagId | null
  readonly selectors: Selectors
  readonly verdict: AnchorVerdict
  readonly createdAt: string
  readonly modifiedAt: string
  /** Counts the changes; an update carries the number it started from. */
  readonly rev: number
  /** Absent where the annotation stands on the text it was made on. */
  readonly carried?: CarriedAnnotation
}

/** What the renderer sends to make an annotation; the main process adds identity, hash, versions and times. */
export interface AnnotationDraft {
  readonly filingId: FilingId
  readonly tagId: TagId | null
  readonly range: TextRange
  readonly quote: QuoteSelector
  readonly sectionPath: readonly string[]
}

/** What the machine suggested: a finding or a forward-looking statement. */
export type SuggestionKind = 'finding' | 'forward-looking'

/** What the analyst decided of a suggestion. */
export type DecisionVerdict = 'accepted' | 'rejected'

/**
 * A risk factor that the analyst holds to cover a statement: its words as the filing tells them, white space collapsed, by
 * which it is found again in a newer analysis, and where they stood.
 */
export interface LinkedFactor {
  readonly exact: string
  readonly range: TextRange
}

/** The words of a suggestion as the analyst cut them; the decision's own `range` and `exact` stay those of the suggestion. */
export interface CorrectedSpan {
  readonly range: TextRange
  readonly exact: string
}

/**
 * The analyst's judgement of a suggestion: a row of its own, never written over what the machine found. It is tied to the words
 * (`range`, `exact`) so that it outlives a newer rule set; `node` is the suggestion's id in the present analysis, or null where
 * the suggestion is no longer made.
 */
export interface Decision extends Authored {
  readonly id: string
  readonly filingId: FilingId
  readonly kind: SuggestionKind
  readonly node: NodeId | null
  readonly range: TextRange
  readonly exact: string
  readonly verdict: DecisionVerdict
  /** Risk tags as the analyst corrected them, or null where they stand as suggested. */
  readonly risks: readonly RiskId[] | null
  /** All risk factors that cover the statement as the analyst corrected them; null or absent where the suggested links stand. */
  readonly links?: readonly LinkedFactor[] | null
  /** Null or absent where the words stand as suggested. */
  readonly span?: CorrectedSpan | null
  readonly decidedAt: string
  readonly rev: number
}

/** A suggestion as a decision on it names it: the node of the present analysis, and its words. */
export interface SuggestionRef {
  readonly kind: SuggestionKind
  readonly node: NodeId
  readonly range: TextRange
  readonly exact: string
}
