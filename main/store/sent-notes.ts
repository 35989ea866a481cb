import type { ReadableDb, WritableDb } from './handles'
import { all, one, run } from './sql'

/** A note that left in an export, as it was then: `sha256` is of its body, `fileSha256` of the file. */
export interface SentNote {
  readonly id: string
  readonly token: string
  readonly noteId: string
  readonly rev: number
  readonly sha256: string
  readonly format: string
  readonly fileSha256: string
  readonly sentAt: string
}

interface Row {
  readonly id: string
  readonly token: string
  readonly note_id: string
  readonly rev: number
  readonly sha256: string
  readonly format: string
  readonly file_sha256: string
  readonly sent_at: string
}

const COLUMNS = 'id, token, note_id, rev, sha256, format, file_sha256, sent_at'

const toSentNote = (row: Row): SentNote => ({
  id: row.id,
  token: row.token,
  noteId: row.note_id,
  rev: row.rev,
  sha256: row.sha256,
  format: row.format,
  fileSha256: row.file_sha256,
  sentAt: row.sent_at
})

/** One note, or undefined. */
export const getSentNote = (db: ReadableDb, id: string): SentNote | undefined => {
  const row = one<Row>(db, `SELECT ${COLUMNS} FROM sent WHERE id = $id`, { id })
  return row && toSentNote(row)
}

/** What was sent under a token, the newest first. */
export const findSent = (db: ReadableDb, token: string): SentNote[] =>
  all<Row>(db, `SELECT ${COLUMNS} FROM sent WHERE token = $token ORDER BY sent_at DESC, id`, { token }).map(toSentNote)

/** Stores one as it is given, new or changed. */
export const putSentNote = (db: WritableDb, note: SentNote): void => {
  run(db, `INSERT OR REPLACE INTO sent (${COLUMNS})
    VALUES ($id, $token, $noteId, $rev, $sha256, $format, $fileSha256, $sentAt)`, {
    id: note.id,
    token: note.token,
    noteId: note.noteId,
    rev: note.rev,
    sha256: note.sha256,
    format: note.format,
    fileSha256: note.fileSha256,
    sentAt: note.sentAt
  })
}

/** Takes one away. */
export const deleteSentNote = (db: WritableDb, id: string): void => {
  run(db, 'DELETE FROM sent WHERE id = $id', { id })
}
