import type { WritableDb } from '../handles'

/**
 * Documents are read without being opened. `opened_at` is when the analyst opened one first, and `refused_by` the version of the parser
 * that could not read it, 0 where none tried in vain. What was read before was read because it was opened. `described_by` is the version of
 * the rules that say what a filing is, 0 for those before there were versions, and `origins` where each of its fields was found, as JSON.
 */
export const reading = (db: WritableDb): void => {
  db.exec(`
    ALTER TABLE document ADD COLUMN opened_at TEXT;
    ALTER TABLE document ADD COLUMN refused_by INTEGER NOT NULL DEFAULT 0;
    UPDATE document SET opened_at = (SELECT opened_at FROM filing WHERE filing.id = document.filing_id) WHERE parsed = 1;
    CREATE INDEX document_unread ON document (filing_id, sequence) WHERE parsed = 0 AND format IN ('html', 'text');
    DROP INDEX document_work;
    CREATE INDEX document_work ON document (filing_id, format, parsed, opened_at, sections, to_decide, suggestions);
    ALTER TABLE filing ADD COLUMN described_by INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX filing_by_describer ON filing (described_by);
    ALTER TABLE filing ADD COLUMN origins TEXT NOT NULL DEFAULT '{}';
  `)
}
