import type { SavedSearch } from '#contract/search'
import type { ReadableDb, WritableDb } from './handles'
import { all, one, run } from './sql'

/** A saved search with when it was first kept. */
export interface SavedSearchRecord extends SavedSearch {
  readonly createdAt: string
}

const COLUMNS = 'id, name, query, folder_id AS folderId, created_at AS createdAt'

/** Every saved search by its name. */
export const listSavedSearches = (db: ReadableDb): SavedSearch[] =>
  all<SavedSearch>(db, 'SELECT id, name, query, folder_id AS folderId FROM saved_search ORDER BY name COLLATE NOCASE, id')

/** One saved search, or undefined. */
export const getSavedSearch = (db: ReadableDb, id: string): SavedSearchRecord | undefined =>
  one<SavedSearchRecord>(db, `SELECT ${COLUMNS} FROM saved_search WHERE id = $id`, { id })

/** Stores a saved search as it is given, new or changed; one whose folder is gone is kept for the whole library. */
export const putSavedSearch = (db: WritableDb, { id, name, query, folderId, createdAt }: SavedSearchRecord): void => {
  run(db, `INSERT INTO saved_search (id, name, query, folder_id, created_at)
    VALUES ($id, $name, $query, (SELECT id FROM folder WHERE id = $folderId), $createdAt)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, query = excluded.query, folder_id = excluded.folder_id`, { id, name, query,
    folderId, createdAt })
}

/** Removes a saved search. */
export const deleteSavedSearch = (db: WritableDb, id: string): void => {
  run(db, 'DELETE FROM saved_search WHERE id = $id', { id })
}
