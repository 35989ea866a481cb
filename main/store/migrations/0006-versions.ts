import type { WritableDb } from '../handles'

/**
 * Filings that belong together by hand or by version, and where the annotations of an older version stand in a newer one. A
 * placement is the annotation's place in another filing than its own: its own words and place stay what they were.
 */
export const versions = (db: WritableDb): void => {
  db.exec(`
    CREATE TABLE filing_link (
      older_id TEXT NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
      newer_id TEXT NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      linked_at TEXT NOT NULL,
      PRIMARY KEY (older_id, newer_id, kind)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX filing_link_by_newer ON filing_link (newer_id);
    CREATE TABLE placement (
      annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
      filing_id TEXT NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
      verdict TEXT NOT NULL,
      state TEXT NOT NULL,
      selectors TEXT,
      sought_for TEXT NOT NULL,
      modified_at TEXT NOT NULL,
      PRIMARY KEY (annotation_id, filing_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX placement_by_filing ON placement (filing_id);
  `)
}
