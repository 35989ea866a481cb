import type { AnnotationId, FilingId, NoteId } from '#contract/ids'
import type { Note, NoteStatus, NoteTarget } from '#contract/note'
import { authoredParams, toAuthored } from './authored'
import type { AuthoredRow } from './authored'
import type { ReadableDb, WritableDb } from './handles'
import { all, one, run } from './sql'
import type { SqlParams } from './sql'

interface Row extends AuthoredRow {
  readonly id: string
  readonly filing_id: string
  readonly target_kind: NoteTarget['kind']
  readonly annotation_id: string | null
  readonly section_node: string | null
  readonly section_title: string | null
  readonly body: string
  readonly text: string
  readonly status: NoteStatus
  readonly owner: string | null
  readonly due_at: string | null
  readonly asked_at: string | null
  readonly answered_at: string | null
  readonly created_at: string
  readonly modified_at: string
  readonly rev: number
  readonly sha256: string
}

const COLUMNS = `id, filing_id, target_kind, annotation_id, section_node, section_title, body, text, status, owner, due_at,
  asked_at, answered_at, created_at, modified_at, rev, sha256, author_id, origin_id`

/** The queries of every opening and every save; their plans are held by a test. */
export const NOTE_QUERIES = {
  list: `SELECT ${COLUMNS} FROM note WHERE filing_id = $filingId ORDER BY created_at, id`,
  ofAnnotations: `SELECT ${COLUMNS} FROM note WHERE annotation_id IN (SELECT value FROM json_each($ids)) ORDER BY created_at, id`,
  one: `SELECT ${COLUMNS} FROM note WHERE id = $id`
}

const toTarget = (row: Row): NoteTarget => {
  if (row.target_kind === 'annotation' && row.annotation_id !== null) return { kind: 'annotation', annotationId: row.annotation_id }
  if (row.target_kind === 'section') return { kind: 'section', sectionId: row.section_node ?? '', title: row.section_title ?? '' }
  return { kind: 'filing' }
}

const toNote = (row: Row): Note => ({
  id: row.id,
  filingId: row.filing_id,
  target: toTarget(row),
  body: row.body,
  text: row.text,
  status: row.status,
  owner: row.owner,
  dueAt: row.due_at,
  askedAt: row.asked_at,
  answeredAt: row.answered_at,
  createdAt: row.created_at,
  modifiedAt: row.modified_at,
  rev: row.rev,
  sha256: row.sha256,
  ...toAuthored(row)
})

/** The notes of a filing in the order they were made. */
export const listNotes = (db: ReadableDb, filingId: FilingId): Note[] => all<Row>(db, NOTE_QUERIES.list, { filingId }).map(toNote)

/** The notes about any of some annotations, in the order they were made. */
export const listNotesOfAnnotations = (db: ReadableDb, ids: readonly AnnotationId[]): Note[] =>
  all<Row>(db, NOTE_QUERIES.ofAnnotations, { ids: JSON.stringify(ids) }).map(toNote)

/** The notes of every filing that ask something and were not answered, in the order they were made. */
export const listQuestions = (db: ReadableDb): Note[] =>
  all<Row>(db, `SELECT ${COLUMNS} FROM note WHERE status IN ('open', 'asked') ORDER BY filing_id, created_at, id`).map(toNote)

/** One note, or undefined. */
export const getNote = (db: ReadableDb, id: NoteId): Note | undefined => {
  const row = one<Row>(db, NOTE_QUERIES.one, { id })
  return row && toNote(row)
}

/** Stores a note as it is given, new or changed, without a revision: for one that has it. `words` is its text folded for searching. */
export const putNoteRow = (db: WritableDb, note: Note, words: string): void => {
  run(db, `INSERT INTO note (id, filing_id, target_kind, annotation_id, section_node, section_title, body, text, words, status,
      owner, due_at, asked_at, answered_at, created_at, modified_at, rev, sha256, author_id, origin_id)
    VALUES ($id, $filingId, $targetKind, $annotationId, $sectionNode, $sectionTitle, $body, $text, $words, $status, $owner,
      $dueAt, $askedAt, $answeredAt, $createdAt, $modifiedAt, $rev, $sha256, $authorId, $originId)
    ON CONFLICT (id) DO UPDATE SET target_kind = excluded.target_kind, annotation_id = excluded.annotation_id,
      section_node = excluded.section_node, section_title = excluded.section_title, body = excluded.body, text = excluded.text,
      words = excluded.words, status = excluded.status, owner = excluded.owner, due_at = excluded.due_at,
      asked_at = excluded.asked_at, answered_at = excluded.answered_at,
      modified_at = excluded.modified_at, rev = excluded.rev, sha256 = excluded.sha256,
      author_id = excluded.author_id, origin_id = excluded.origin_id`, {
    id: note.id,
    filingId: note.filingId,
    targetKind: note.target.kind,
    annotationId: note.target.kind === 'annotation' ? note.target.annotationId : null,
    sectionNode: note.target.kind === 'section' ? note.target.sectionId : null,
    sectionTitle: note.target.kind === 'section' ? note.target.title : null,
    body: note.body,
    text: note.text,
    words,
    status: note.status,
    owner: note.owner,
    dueAt: note.dueAt,
    askedAt: note.askedAt ?? null,
    answeredAt: note.answeredAt ?? null,
    createdAt: note.createdAt,
    modifiedAt: note.modifiedAt,
    rev: note.rev,
    sha256: note.sha256,
    ...authoredParams(note)
  })
}

const REVISION = '(note_id, rev, body, text, sha256, saved_at) VALUES ($id, $rev, $body, $text, $sha256, $savedAt)'

const revisionOf = ({ id, rev, body, text, sha256, modifiedAt }: Note): SqlParams => ({ id, rev, body, text, sha256, savedAt: modifiedAt })

/** Writes a revision of a note again as it was, in the place of one that a bad disk has spoilt. */
export const mendNoteRevision = (db: WritableDb, note: Note): void => {
  run(db, `INSERT OR REPLACE INTO note_revision ${REVISION}`, revisionOf(note))
}

/**
 * Stores a note as it is given, new or changed, and keeps its words as a revision of their own. `words` is its text folded
 * for searching. Run it in a transaction.
 */
export const putNote = (db: WritableDb, note: Note, words: string): void => {
  putNoteRow(db, note, words)
  run(db, `INSERT INTO note_revision ${REVISION}`, revisionOf(note))
}

/** Removes a note; its revisions are kept. */
export const deleteNote = (db: WritableDb, id: NoteId): void => {
  run(db, 'DELETE FROM note WHERE id = $id', { id })
}
