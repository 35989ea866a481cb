import type { WritableDb } from '../handles'

/** Searches that the analyst keeps by name; `folder_id` is the folder they are made in, null for the whole library. */
export const savedSearches = (db: WritableDb): void => {
  db.exec(`
    CREATE TABLE saved_search (
      id TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      query TEXT NOT NULL,
      folder_id TEXT REFERENCES folder (id) ON DELETE SET NULL,
      created_at TEXT NOT NULL
    ) STRICT;
  `)
}
