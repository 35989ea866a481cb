import type { WritableDb } from '../handles'

/**
 * The parts of a document's analysis in pieces, in a table with row ids: a long list is many short rows, so that none holds the
 * thread, and a row is appended without a look at the long ones before it. A part that was stored whole is its piece 0. And the
 * index of words is joined by the program in short steps, no longer by itself in the middle of a commit.
 */
export const analysisPieces = (db: WritableDb): void => {
  db.exec(`
    CREATE TABLE analysis_piece (
      document_key INTEGER NOT NULL REFERENCES document (key) ON DELETE CASCADE,
      part TEXT NOT NULL,
      piece INTEGER NOT NULL,
      body TEXT NOT NULL
    ) STRICT;
    INSERT INTO analysis_piece (document_key, part, piece, body) SELECT document_key, part, 0, body FROM analysis;
    DROP TABLE analysis;
    ALTER TABLE analysis_piece RENAME TO analysis;
    CREATE UNIQUE INDEX analysis_in_order ON analysis (document_key, part, piece);
    INSERT INTO block_search (block_search, rank) VALUES ('automerge', 0), ('crisismerge', 64);
  `)
}
