import type { FilingId, FolderId, NodeId } from './ids'
import type { FilingSummary } from './library'
import type { Note } from './note'
import type { Authored } from './person'
import type { TextRange } from './range'

/** A section that the analyst marked as reviewed. `title` is the heading's words, by which it is found again in a newer analysis. */
export interface SectionReview extends Authored {
  readonly id: string
  readonly filingId: FilingId
  readonly sequence: number
  /** The section's id in the present analysis, or null where no section fits any more. */
  readonly section: NodeId | null
  readonly range: TextRange
  readonly title: string
  readonly reviewedAt: string
}

/** How far the work on one filing is; each pair counts what is done and all there is. */
export interface FilingProgress {
  readonly filing: FilingSummary
  readonly suggestions: { readonly decided: number; readonly all: number }
  readonly sections: { readonly reviewed: number; readonly all: number }
  readonly questions: { readonly open: number; readonly asked: number; readonly answered: number; readonly closed: number }
  readonly orphans: number
  /** Documents that can be read and were never opened. */
  readonly unread: number
  /** Whether nothing is left: every suggestion decided, every section reviewed, no question open or asked, no orphan waiting. */
  readonly finished: boolean
}

/** The work on a folder and the folders in it, or on the whole library. */
export interface ReviewBoard {
  readonly filings: readonly FilingProgress[]
  readonly finished: number
}

/** One thing that is left to do, with the words it is about and the place to go to. */
export interface LeftItem {
  readonly kind: 'suggestion' | 'section' | 'question' | 'orphan'
  readonly filingId: FilingId
  readonly sequence: number
  readonly range: TextRange | null
  readonly words: string
  /** The node, note or annotation it is. */
  readonly ref: string
}

/** A question for the request list: the note, the words it stands on, and where they are. */
export interface RequestItem {
  readonly note: Note
  readonly filing: FilingSummary
  readonly quote: string | null
  readonly sectionPath: readonly string[]
}

/** One entry of the history. `before` and `after` are short texts for reading, null where the thing did not exist. Times are ISO 8601 in UTC. */
export interface ActivityEntry {
  readonly seq: number
  readonly at: string
  readonly author: string
  readonly label: string
  readonly entity: string
  readonly entityId: string
  readonly filingId: FilingId | null
  readonly filingTitle: string | null
  readonly before: string | null
  readonly after: string | null
  /** Whether it was undone since. */
  readonly undone: boolean
}

/** Which entries of the history are meant; null and absent mean all. */
export interface ActivityScope {
  readonly filingId: FilingId | null
  readonly entityId: string | null
}

/** Calls on the state of the work and its history. */
export interface ReviewCalls {
  'review.sections': { args: { readonly filingId: FilingId }; value: readonly SectionReview[] }
  'review.setSection': {
    args: { readonly filingId: FilingId; readonly sequence: number; readonly section: NodeId; readonly reviewed: boolean }
    value: readonly SectionReview[]
  }
  'review.board': { args: { readonly folderId: FolderId | null }; value: ReviewBoard }
  'review.left': { args: { readonly folderId: FolderId | null; readonly filingId: FilingId | null; readonly limit: number };
    value: { readonly items: readonly LeftItem[]; readonly total: number } }
  /** The filings on which nothing is left, as `FilingProgress.finished`. */
  'review.finished': { args: null; value: readonly FilingId[] }
  'review.requests': { args: { readonly folderId: FolderId | null }; value: readonly RequestItem[] }
  /** Shows the save dialog where `path` is null and writes the request list as Markdown or CSV by the file's ending; null where it was cancelled. */
  'review.exportRequests': { args: { readonly folderId: FolderId | null; readonly path: string | null };
    value: { readonly path: string } | null }
  /** Entries older than `before` (a `seq`, or null for the newest), newest first. */
  'activity.list': { args: { readonly scope: ActivityScope; readonly before: number | null; readonly limit: number };
    value: readonly ActivityEntry[] }
  /** Writes the whole history of the scope as CSV or JSON by the file's ending; null where the save dialog was cancelled. */
  'activity.export': { args: { readonly scope: ActivityScope; readonly path: string | null }; value: { readonly path: string } | null }
}

/** The names of the calls on the work's state. */
export const REVIEW_CALLS = {
  'review.sections': 0,
  'review.setSection': 0,
  'review.board': 0,
  'review.left': 0,
  'review.finished': 0,
  'review.requests': 0,
  'review.exportRequests': 0,
  'activity.list': 0,
  'activity.export': 0
} satisfies Record<keyof ReviewCalls, 0>
