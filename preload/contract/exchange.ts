import type { DecisionVerdict } from './annotation'
import type { FilingId, TagId } from './ids'
import type { NoteStatus } from './note'

/** What the work can be written as. */
export type ExportFormat = 'pdf' | 'docx' | 'xlsx' | 'csv' | 'markdown' | 'html' | 'json' | 'w3c'

/** One kind of thing that an export may hold. */
export type ExportedKind = 'marks' | 'notes' | 'decisions' | 'reviews'

/** Which part of the work is meant: filings, and of what was made of them only what fits. An absent or null filter lets everything through. */
export interface WorkScope {
  readonly filingIds: readonly FilingId[]
  /** Marks that carry one of these tags, and the notes on them. */
  readonly tags?: readonly TagId[] | null
  /** Notes that stand so in the question loop. */
  readonly statuses?: readonly NoteStatus[] | null
  /** Marks and notes in a section one of whose titles, from the outermost in, is this. */
  readonly section?: string | null
  readonly kinds?: readonly ExportedKind[] | null
  readonly decisions?: readonly DecisionVerdict[] | null
  /** People whose marks, notes, decisions and reviews are meant. */
  readonly authors?: readonly string[] | null
  /** What the rules suggest: all of it, what the analyst accepted, or nothing. */
  readonly suggestions: 'all' | 'accepted' | 'none'
}
