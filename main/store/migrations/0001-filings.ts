import type { WritableDb } from '../handles'

const TABLES = `
CREATE TABLE filing (
  id TEXT NOT NULL PRIMARY KEY,
  file_name TEXT NOT NULL,
  title TEXT NOT NULL,
  company TEXT,
  form TEXT,
  exhibit TEXT,
  accession TEXT,
  cik TEXT,
  filed_at TEXT,
  format TEXT NOT NULL,
  encoding TEXT,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  text_sha256 TEXT NOT NULL,
  submission TEXT NOT NULL,
  warnings TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  opened_at TEXT,
  trashed_at TEXT,
  ready INTEGER NOT NULL
) STRICT;
CREATE INDEX filing_by_text ON filing (text_sha256);
CREATE INDEX filing_unready ON filing (id) WHERE ready = 0;

CREATE TABLE document (
  key INTEGER PRIMARY KEY,
  filing_id TEXT NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  type TEXT,
  filename TEXT,
  description TEXT,
  format TEXT NOT NULL,
  source_start INTEGER NOT NULL,
  source_end INTEGER NOT NULL,
  parsed INTEGER NOT NULL,
  parser_version INTEGER NOT NULL,
  detector_version INTEGER NOT NULL,
  suggestions INTEGER NOT NULL,
  UNIQUE (filing_id, sequence)
) STRICT;

CREATE TABLE block (
  key INTEGER PRIMARY KEY,
  document_key INTEGER NOT NULL REFERENCES document (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  source_start INTEGER NOT NULL,
  source_end INTEGER NOT NULL,
  text TEXT NOT NULL,
  folded TEXT,
  body TEXT NOT NULL,
  UNIQUE (document_key, ordinal)
) STRICT;

CREATE TABLE section (
  document_key INTEGER NOT NULL REFERENCES document (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  node TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  source_start INTEGER NOT NULL,
  source_end INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (document_key, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE sentence (
  document_key INTEGER NOT NULL REFERENCES document (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  node TEXT NOT NULL,
  block TEXT NOT NULL,
  source_start INTEGER NOT NULL,
  source_end INTEGER NOT NULL,
  section TEXT,
  speaker TEXT,
  text_start INTEGER NOT NULL,
  text_length INTEGER NOT NULL,
  text TEXT,
  more TEXT,
  PRIMARY KEY (document_key, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE analysis (
  document_key INTEGER NOT NULL REFERENCES document (key) ON DELETE CASCADE,
  part TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (document_key, part)
) STRICT, WITHOUT ROWID;
`

const SEARCH = `
CREATE VIEW block_words AS SELECT key, coalesce(folded, text) AS words FROM block;
CREATE VIRTUAL TABLE block_search USING fts5(
  words, content='block_words', content_rowid='key', tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER block_search_insert AFTER INSERT ON block BEGIN
  INSERT INTO block_search (rowid, words) VALUES (new.key, coalesce(new.folded, new.text));
END;
CREATE TRIGGER block_search_delete AFTER DELETE ON block BEGIN
  INSERT INTO block_search (block_search, rowid, words) VALUES ('delete', old.key, coalesce(old.folded, old.text));
END;
CREATE TRIGGER block_search_update AFTER UPDATE OF text, folded ON block BEGIN
  INSERT INTO block_search (block_search, rowid, words) VALUES ('delete', old.key, coalesce(old.folded, old.text));
  INSERT INTO block_search (rowid, words) VALUES (new.key, coalesce(new.folded, new.text));
END;
`

/**
 * Filings, their documents and what the analysis made of them. `block.folded` holds the words to search by where they
 * differ from the shown text, and `block.key` is the document's key times 2^20 plus the ordinal, so that a hit of the index
 * names its document without a look at the block. A sentence is a slice of its block's text, or has a `text` of its own where it is not one.
 */
export const filings = (db: WritableDb): void => {
  db.exec(TABLES)
  db.exec(SEARCH)
}
