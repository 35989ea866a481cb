import type { AnnotationId, FilingId, NodeId, NoteId } from './ids'
import type { Authored } from './person'

/** Where a note stands in the question loop; `none` for a note that asks nothing. */
export type NoteStatus = 'none' | 'open' | 'asked' | 'answered' | 'closed'

/** What a note is about: a highlight, a section (by its heading) or the whole filing. */
export type NoteTarget =
  | { readonly kind: 'annotation'; readonly annotationId: AnnotationId }
  | { readonly kind: 'section'; readonly sectionId: NodeId; readonly title: string }
  | { readonly kind: 'filing' }

/**
 * A note. `body` is the editor's state as JSON, checked against an allow-list before it is loaded; `text` the plain text of it.
 * `rev` counts saves: a save carries the `rev` it started from, and a mismatch makes a conflict instead of a loss.
 * `sha256` is the hash of `body`. Times are ISO 8601 in UTC.
 */
export interface Note extends Authored {
  readonly id: NoteId
  readonly filingId: FilingId
  readonly target: NoteTarget
  readonly body: string
  readonly text: string
  readonly status: NoteStatus
  readonly owner: string | null
  readonly dueAt: string | null
  /** When the question was put, and when an answer came; null while it was not. */
  readonly askedAt?: string | null
  readonly answeredAt?: string | null
  readonly createdAt: string
  readonly modifiedAt: string
  readonly rev: number
  readonly sha256: string
}

/** One save of a note's words. */
export interface NoteSave {
  readonly id: NoteId
  readonly rev: number
  readonly body: string
  readonly text: string
}

/** The words a note begins with: as `Note.body` and `Note.text`. */
export interface NoteWords {
  readonly body: string
  readonly text: string
}

/** The answer to a save, given after the commit: the revision now kept and when. */
export interface NoteSaved {
  readonly id: NoteId
  readonly rev: number
  readonly modifiedAt: string
}
