import type { WritableDb } from '../handles'

/**
 * Deal folders, which filings stand in them, the folders of the disk that are watched, the files that wait to be imported, and
 * what the analyst wrote over a filing's header: the columns hold the words that count, and `described` is JSON of what the
 * header says of each field that was written over, null where there are none.
 */
export const folders = (db: WritableDb): void => {
  db.exec(`
    CREATE TABLE folder (
      id TEXT NOT NULL PRIMARY KEY,
      parent_id TEXT REFERENCES folder (id) ON DELETE RESTRICT,
      name TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX folder_by_parent ON folder (parent_id, ordinal);
    CREATE TABLE folder_filing (
      folder_id TEXT NOT NULL REFERENCES folder (id) ON DELETE CASCADE,
      filing_id TEXT NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
      added_at TEXT NOT NULL,
      PRIMARY KEY (folder_id, filing_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX folder_filing_by_filing ON folder_filing (filing_id);
    CREATE TABLE watched_folder (
      id TEXT NOT NULL PRIMARY KEY,
      path TEXT NOT NULL UNIQUE,
      folder_id TEXT REFERENCES folder (id) ON DELETE SET NULL,
      added_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX watched_folder_by_folder ON watched_folder (folder_id);
    CREATE TABLE watched_file (
      watched_id TEXT NOT NULL REFERENCES watched_folder (id) ON DELETE CASCADE,
      path TEXT NOT NULL,
      filing_id TEXT REFERENCES filing (id) ON DELETE SET NULL,
      earlier_id TEXT REFERENCES filing (id) ON DELETE SET NULL,
      bytes INTEGER NOT NULL,
      modified_ms REAL NOT NULL,
      state TEXT NOT NULL,
      failure TEXT,
      PRIMARY KEY (watched_id, path)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX watched_file_by_filing ON watched_file (filing_id);
    CREATE INDEX watched_file_by_earlier ON watched_file (earlier_id);
    CREATE TABLE pending_import (
      key INTEGER PRIMARY KEY,
      path TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      folder_id TEXT,
      folder_names TEXT NOT NULL
    ) STRICT;
    ALTER TABLE filing ADD COLUMN period TEXT;
    ALTER TABLE filing ADD COLUMN described TEXT;
    UPDATE filing SET period = json_extract(submission, '$.periodEnd');
  `)
}
