import type { NoteId } from '#contract/ids'
import type { ReadableDb } from './handles'
import { all, one } from './sql'

/** The words of a note as one save left them. */
export interface NoteRevision {
  readonly rev: number
  readonly body: string
  readonly text: string
  readonly sha256: string
  readonly savedAt: string
}

interface Row {
  readonly rev: number
  readonly body: string
  readonly text: string
  readonly sha256: string
  readonly saved_at: string
}

const COLUMNS = 'rev, body, text, sha256, saved_at'

const toRevision = (row: Row): NoteRevision => ({ rev: row.rev, body: row.body, text: row.text, sha256: row.sha256, savedAt: row.saved_at })

/** Every revision of a note, the oldest first, also of one that was removed. */
export const listNoteRevisions = (db: ReadableDb, id: NoteId): NoteRevision[] =>
  all<Row>(db, `SELECT ${COLUMNS} FROM note_revision WHERE note_id = $id ORDER BY rev`, { id }).map(toRevision)

/** One revision of a note, or undefined. */
export const getNoteRevision = (db: ReadableDb, id: NoteId, rev: number): NoteRevision | undefined => {
  const row = one<Row>(db, `SELECT ${COLUMNS} FROM note_revision WHERE note_id = $id AND rev = $rev`, { id, rev })
  return row && toRevision(row)
}

/** The highest revision ever kept of a note; 0 where there is none. */
export const lastNoteRevision = (db: ReadableDb, id: NoteId): number =>
  one<{ rev: number }>(db, 'SELECT coalesce(max(rev), 0) AS rev FROM note_revision WHERE note_id = $id', { id })?.rev ?? 0
