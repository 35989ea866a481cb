import type { Annotation, AnchorVerdict, AnnotationDraft, Selectors } from './annotation'
import type { WordRun } from './comparison'
import type { AnnotationId, FilingId } from './ids'
import type { FilingSummary } from './library'

/** How two filings belong together by hand: one is a later version of the other, or they are of one family. */
export type FilingLinkKind = 'version' | 'family'

/** A link between two filings that the analyst made. Times are ISO 8601 in UTC. */
export interface FilingLink {
  readonly olderId: FilingId
  readonly newerId: FilingId
  readonly kind: FilingLinkKind
  readonly linkedAt: string
}

/**
 * Where an annotation stands in a filing: `itself` as it was found there, `hand` as the analyst attached it, `waiting` for the
 * analyst's word, `dismissed` from that filing's list, or `unsought` where nobody looked for it yet.
 */
export type PlacementState = 'itself' | 'hand' | 'waiting' | 'dismissed' | 'unsought'

/**
 * The place of an annotation in a filing: a later version than the one it was made in, or the same one after its text was decoded
 * anew. The annotation itself stays whole. Times are ISO 8601 in UTC.
 */
export interface Placement {
  readonly annotationId: AnnotationId
  readonly filingId: FilingId
  readonly verdict: AnchorVerdict
  readonly state: PlacementState
  /** The words there: those it stands on, or while it waits those it might be meant for. Null where there are none like its own. */
  readonly selectors: Selectors | null
  /** Names the words that were looked for, so that a place found for other words does not count. */
  readonly soughtFor: string
  readonly modifiedAt: string
}

/** A filing that may be an earlier (`older`) or a later (`newer`) version of another, and why it may. */
export interface VersionCandidate {
  readonly filing: FilingSummary
  readonly why: string
  readonly relation: 'older' | 'newer'
}

/** What became of the annotations of the older version in the newer one; every annotation counts once. */
export interface VersionReport {
  readonly link: FilingLink
  readonly total: number
  readonly verdicts: Readonly<Record<AnchorVerdict, number>>
  /** How they stand: `total` is the sum of the three. */
  readonly attached: number
  readonly waiting: number
  readonly dismissed: number
}

/** Calls on versions and families. */
export interface VersionCalls {
  /** The links of a filing, as older or as newer. */
  'version.links': { args: { readonly filingId: FilingId }; value: readonly FilingLink[] }
  'version.candidates': { args: { readonly filingId: FilingId }; value: readonly VersionCandidate[] }
  /** Links two filings; for a version, looks for every annotation of the older in the newer, off the main thread; `library.cancel` with its job stops it, and no link is made. */
  'version.link': { args: { readonly olderId: FilingId; readonly newerId: FilingId; readonly kind: FilingLinkKind }; value: VersionReport }
  'version.unlink': { args: { readonly olderId: FilingId; readonly newerId: FilingId; readonly kind: FilingLinkKind }; value: null }
  /**
   * Attaches a waiting annotation to words that the analyst chose, or one that is attached to others; its id, tag, notes and history
   * stay. With `continues`, one step of the history with the move of the same one before it, where nothing was done since.
   */
  'orphan.attach': { args: { readonly id: AnnotationId; readonly draft: AnnotationDraft; readonly continues?: boolean }; value: Annotation }
  /** Dismisses a waiting annotation from one filing's list, or takes it back into it; it stays whole in the filing it was made in. */
  'orphan.dismiss': { args: { readonly id: AnnotationId; readonly filingId: FilingId; readonly dismissed: boolean }; value: Annotation }
  /**
   * The words that a waiting annotation was made on beside those that it might be meant for now, as runs; with the words around both
   * where they are the same, for then it is those that changed. Empty where nothing like them is there.
   */
  'orphan.words': { args: { readonly id: AnnotationId; readonly filingId: FilingId }; value: readonly WordRun[] }
}

/** The names of the calls on versions and families. */
export const VERSION_CALLS = {
  'version.links': 0,
  'version.candidates': 0,
  'version.link': 0,
  'version.unlink': 0,
  'orphan.attach': 0,
  'orphan.dismiss': 0,
  'orphan.words': 0
} satisfies Record<keyof VersionCalls, 0>
