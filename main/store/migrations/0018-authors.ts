import type { WritableDb } from '../handles'

const TABLES = `
CREATE TABLE person (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  library_id TEXT,
  key_fingerprint TEXT
) STRICT;
CREATE TABLE reply (
  id TEXT NOT NULL PRIMARY KEY,
  note_id TEXT NOT NULL,
  filing_id TEXT NOT NULL,
  author_id TEXT,
  origin_id TEXT,
  body TEXT NOT NULL,
  text TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;
CREATE INDEX reply_by_filing ON reply (filing_id, made_at);
CREATE TABLE origin (
  id TEXT NOT NULL PRIMARY KEY,
  format TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  imported INTEGER NOT NULL,
  orphaned INTEGER NOT NULL,
  duplicate INTEGER NOT NULL,
  quarantined INTEGER NOT NULL
) STRICT;
CREATE TABLE foreign_id (
  id TEXT NOT NULL PRIMARY KEY,
  origin_id TEXT NOT NULL,
  system TEXT NOT NULL,
  foreign_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  own_id TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;
CREATE INDEX foreign_id_by_name ON foreign_id (system, foreign_name);
CREATE INDEX foreign_id_by_thing ON foreign_id (own_id);
CREATE TABLE quarantine (
  id TEXT NOT NULL PRIMARY KEY,
  origin_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  place TEXT NOT NULL,
  raw TEXT NOT NULL,
  put_at TEXT NOT NULL
) STRICT;
CREATE INDEX quarantine_by_origin ON quarantine (origin_id);
CREATE TABLE sent (
  id TEXT NOT NULL PRIMARY KEY,
  token TEXT NOT NULL,
  note_id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  format TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  sent_at TEXT NOT NULL
) STRICT;
CREATE INDEX sent_by_token ON sent (token);
`

/**
 * Whose the work is and where it came from. An `author_id` that is null, as on every row before, is the one who keeps the library. People,
 * answers to notes, imports and what they called things, what of them could not be understood, and what was sent out. Nothing here refers to a
 * row that must be there: an answer outlives the removal of its note, which undo takes back. The seals of what got new columns are removed:
 * those rows are sealed as they stand.
 */
export const authors = (db: WritableDb): void => {
  db.exec(`
    ALTER TABLE annotation ADD COLUMN author_id TEXT;
    ALTER TABLE annotation ADD COLUMN origin_id TEXT;
    ALTER TABLE note ADD COLUMN author_id TEXT;
    ALTER TABLE note ADD COLUMN origin_id TEXT;
    ALTER TABLE decision ADD COLUMN author_id TEXT;
    ALTER TABLE decision ADD COLUMN origin_id TEXT;
    ALTER TABLE section_review ADD COLUMN author_id TEXT;
    ALTER TABLE section_review ADD COLUMN origin_id TEXT;
    DELETE FROM seal WHERE kind IN ('annotation', 'note', 'decision', 'section_review');
  `)
  db.exec(TABLES)
}
