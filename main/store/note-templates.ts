import type { NoteTemplate } from '#contract/note-template'
import type { ReadableDb, WritableDb } from './handles'
import { all, one, run } from './sql'

const COLUMNS = 'id, name, body, modified_at AS modifiedAt'

/** The analyst's templates in the order they were made. */
export const listTemplates = (db: ReadableDb): NoteTemplate[] =>
  all<NoteTemplate>(db, `SELECT ${COLUMNS} FROM note_template ORDER BY ordinal, id`)

/** One template, or undefined. */
export const getTemplate = (db: ReadableDb, id: string): NoteTemplate | undefined =>
  one<NoteTemplate>(db, `SELECT ${COLUMNS} FROM note_template WHERE id = $id`, { id })

/** Stores a template as it is given; a known one keeps its place. */
export const putTemplate = (db: WritableDb, { id, name, body, modifiedAt }: NoteTemplate): void => {
  run(db, `INSERT INTO note_template (id, ordinal, name, body, modified_at)
    VALUES ($id, (SELECT coalesce(max(ordinal), 0) + 1 FROM note_template), $name, $body, $modifiedAt)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, body = excluded.body, modified_at = excluded.modified_at`, { id, name, body,
    modifiedAt })
}

/** Removes a template; notes made from it stay as they are. */
export const deleteTemplate = (db: WritableDb, id: string): void => {
  run(db, 'DELETE FROM note_template WHERE id = $id', { id })
}
