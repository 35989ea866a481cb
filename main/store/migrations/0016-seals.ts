import type { WritableDb } from '../handles'

/**
 * What the disk must give back as it was written: the hash of each document's content, as text with the form it was made by (null where
 * none was made yet), and the hash of each row of the analyst's work, by the kind and name of the thing.
 */
export const seals = (db: WritableDb): void => {
  db.exec(`
    ALTER TABLE document ADD COLUMN seal TEXT;
    CREATE TABLE seal (
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      hash BLOB NOT NULL,
      PRIMARY KEY (kind, id)
    ) STRICT, WITHOUT ROWID;
  `)
}
