import type { FilingId } from '#contract/ids'
import type { Reply } from '#contract/person'
import { authoredParams, toAuthored } from './authored'
import type { AuthoredRow } from './authored'
import type { ReadableDb, WritableDb } from './handles'
import { all, one, run } from './sql'

interface Row extends AuthoredRow {
  readonly id: string
  readonly note_id: string
  readonly filing_id: string
  readonly body: string
  readonly text: string
  readonly made_at: string
}

const COLUMNS = 'id, note_id, filing_id, body, text, made_at, author_id, origin_id'

const toReply = (row: Row): Reply => ({
  id: row.id,
  noteId: row.note_id,
  filingId: row.filing_id,
  body: row.body,
  text: row.text,
  madeAt: row.made_at,
  ...toAuthored(row)
})

/** One answer, or undefined. */
export const getReply = (db: ReadableDb, id: string): Reply | undefined => {
  const row = one<Row>(db, `SELECT ${COLUMNS} FROM reply WHERE id = $id`, { id })
  return row && toReply(row)
}

/** The answers to the notes of a filing, the oldest first; also those to notes that were removed. */
export const listReplies = (db: ReadableDb, filingId: FilingId): Reply[] =>
  all<Row>(db, `SELECT ${COLUMNS} FROM reply WHERE filing_id = $filingId ORDER BY made_at, id`, { filingId }).map(toReply)

/** Stores one as it is given, new or changed. */
export const putReply = (db: WritableDb, reply: Reply): void => {
  run(db, `INSERT OR REPLACE INTO reply (${COLUMNS})
    VALUES ($id, $noteId, $filingId, $body, $text, $madeAt, $authorId, $originId)`, {
    id: reply.id,
    noteId: reply.noteId,
    filingId: reply.filingId,
    body: reply.body,
    text: reply.text,
    madeAt: reply.madeAt,
    ...authoredParams(reply)
  })
}

/** Takes one away. */
export const deleteReply = (db: WritableDb, id: string): void => {
  run(db, 'DELETE FROM reply WHERE id = $id', { id })
}
