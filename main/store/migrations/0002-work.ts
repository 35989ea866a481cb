import type { WritableDb } from '../handles'

const TABLES = `
CREATE TABLE tag (
  id TEXT NOT NULL PRIMARY KEY,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  colour TEXT NOT NULL,
  underline TEXT NOT NULL,
  letter TEXT NOT NULL,
  shortcut TEXT
) STRICT;

CREATE TABLE annotation (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  filing_id TEXT NOT NULL REFERENCES filing (id) ON DELETE RESTRICT,
  tag_id TEXT REFERENCES tag (id) ON DELETE RESTRICT,
  source_start INTEGER NOT NULL,
  source_end INTEGER NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  words TEXT NOT NULL,
  section_path TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  parser_version INTEGER NOT NULL,
  verdict TEXT NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  rev INTEGER NOT NULL
) STRICT;
CREATE INDEX annotation_by_filing ON annotation (filing_id, source_start);
CREATE INDEX annotation_by_tag ON annotation (tag_id);

CREATE TABLE decision (
  id TEXT NOT NULL PRIMARY KEY,
  filing_id TEXT NOT NULL REFERENCES filing (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL,
  node TEXT,
  source_start INTEGER NOT NULL,
  source_end INTEGER NOT NULL,
  exact TEXT NOT NULL,
  verdict TEXT NOT NULL,
  risks TEXT,
  decided_at TEXT NOT NULL,
  rev INTEGER NOT NULL
) STRICT;
CREATE INDEX decision_by_filing ON decision (filing_id, kind, source_start);

CREATE TABLE note (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  filing_id TEXT NOT NULL REFERENCES filing (id) ON DELETE RESTRICT,
  target_kind TEXT NOT NULL,
  annotation_id TEXT REFERENCES annotation (id) ON DELETE RESTRICT,
  section_node TEXT,
  section_title TEXT,
  body TEXT NOT NULL,
  text TEXT NOT NULL,
  words TEXT NOT NULL,
  status TEXT NOT NULL,
  owner TEXT,
  due_at TEXT,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  rev INTEGER NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;
CREATE INDEX note_by_filing ON note (filing_id, status);
CREATE INDEX note_by_annotation ON note (annotation_id);

CREATE TABLE note_revision (
  note_id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  body TEXT NOT NULL,
  text TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (note_id, rev)
) STRICT;
CREATE TRIGGER note_revision_is_kept BEFORE DELETE ON note_revision BEGIN
  SELECT raise(ABORT, 'revisions of a note are kept');
END;
CREATE TRIGGER note_revision_is_fixed BEFORE UPDATE ON note_revision BEGIN
  SELECT raise(ABORT, 'revisions of a note do not change');
END;
`

const SEARCH = `
CREATE VIRTUAL TABLE quote_search USING fts5(
  words, content='annotation', content_rowid='key', tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER quote_search_insert AFTER INSERT ON annotation BEGIN
  INSERT INTO quote_search (rowid, words) VALUES (new.key, new.words);
END;
CREATE TRIGGER quote_search_delete AFTER DELETE ON annotation BEGIN
  INSERT INTO quote_search (quote_search, rowid, words) VALUES ('delete', old.key, old.words);
END;
CREATE TRIGGER quote_search_update AFTER UPDATE OF words ON annotation BEGIN
  INSERT INTO quote_search (quote_search, rowid, words) VALUES ('delete', old.key, old.words);
  INSERT INTO quote_search (rowid, words) VALUES (new.key, new.words);
END;

CREATE VIRTUAL TABLE note_search USING fts5(
  words, content='note', content_rowid='key', tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER note_search_insert AFTER INSERT ON note BEGIN
  INSERT INTO note_search (rowid, words) VALUES (new.key, new.words);
END;
CREATE TRIGGER note_search_delete AFTER DELETE ON note BEGIN
  INSERT INTO note_search (note_search, rowid, words) VALUES ('delete', old.key, old.words);
END;
CREATE TRIGGER note_search_update AFTER UPDATE OF words ON note BEGIN
  INSERT INTO note_search (note_search, rowid, words) VALUES ('delete', old.key, old.words);
  INSERT INTO note_search (rowid, words) VALUES (new.key, new.words);
END;
`

/**
 * What the analyst makes of filings: tags, annotations, decisions and notes. A filing that carries work cannot be deleted.
 * Every revision of a note is kept for ever, even where the note is removed.
 */
export const work = (db: WritableDb): void => {
  db.exec(TABLES)
  db.exec(SEARCH)
}
