import type { WritableDb } from '../handles'

const SAVED = `
CREATE TABLE saved_search (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  folder_id TEXT REFERENCES folder (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL
) STRICT;
`

const INDEX = `
DROP TRIGGER block_search_insert;
DROP TRIGGER block_search_delete;
DROP TRIGGER block_search_update;
DROP TABLE block_search;
DROP VIEW block_words;
ALTER TABLE block DROP COLUMN folded;
CREATE VIRTUAL TABLE block_search USING fts5(
  words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER block_search_delete AFTER DELETE ON block BEGIN
  DELETE FROM block_search WHERE rowid = old.key;
END;
CREATE TABLE document_to_index (
  document_key INTEGER PRIMARY KEY REFERENCES document (key) ON DELETE CASCADE
) STRICT;
`

/**
 * Searches that the analyst keeps by name; `folder_id` is the folder they are made in, null for the whole library. And the index of
 * the texts anew, without a copy of the words it holds: they are folded by the program, which writes them beside each block.
 * Documents that are not in the index yet, or in that of older words, stand in `document_to_index` until their turn comes.
 */
export const search = (db: WritableDb): void => {
  db.exec(SAVED)
  db.exec(INDEX)
}
