import type { WritableDb } from '../handles'

/** Sections that the analyst marked as reviewed: by the document and the place of the heading in the source, with the heading's words to know it again. */
export const reviews = (db: WritableDb): void => {
  db.exec(`
    CREATE TABLE section_review (
      id TEXT NOT NULL PRIMARY KEY,
      filing_id TEXT NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
      sequence INTEGER NOT NULL,
      source_start INTEGER NOT NULL,
      source_end INTEGER NOT NULL,
      title TEXT NOT NULL,
      reviewed_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX section_review_by_filing ON section_review (filing_id, sequence, source_start);
  `)
}
