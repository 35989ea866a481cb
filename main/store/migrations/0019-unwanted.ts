import type { WritableDb } from '../handles'

/**
 * What the analyst does not want suggested any more, in the filings of a company or, where it is null, everywhere; and which suggestions that
 * hides, so that they are neither counted nor left to do.
 */
export const unwanted = (db: WritableDb): void => {
  db.exec(`
    CREATE TABLE unwanted (
      id TEXT NOT NULL PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('finding', 'forward-looking')),
      company TEXT,
      exact TEXT NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    ALTER TABLE suggestion ADD COLUMN unwanted INTEGER NOT NULL DEFAULT 0;
  `)
}
