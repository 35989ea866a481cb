import type { WritableDb } from '../handles'

/**
 * The state of the work. Sections that the analyst marked as reviewed: by the document and the place of the heading in the source,
 * with the heading's words to know it again; `node` is the section in the present analysis, null where none fits. The suggestions
 * that wait to be decided, findings and core forward-looking statements, as rows that can be counted and shown by their first words
 * (none where the document was stored before), and how many sections and suggestions each document has. And the history by filing
 * and by thing.
 */
export const reviews = (db: WritableDb): void => {
  db.exec(`
    CREATE TABLE section_review (
      id TEXT NOT NULL PRIMARY KEY,
      filing_id TEXT NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
      sequence INTEGER NOT NULL,
      node TEXT,
      source_start INTEGER NOT NULL,
      source_end INTEGER NOT NULL,
      title TEXT NOT NULL,
      reviewed_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX section_review_by_filing ON section_review (filing_id, sequence, source_start);
    CREATE TABLE suggestion (
      filing_id TEXT NOT NULL,
      document_key INTEGER NOT NULL REFERENCES document (key) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      node TEXT NOT NULL,
      source_start INTEGER NOT NULL,
      source_end INTEGER NOT NULL,
      words TEXT NOT NULL DEFAULT '',
      PRIMARY KEY (filing_id, kind, node)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX suggestion_by_document ON suggestion (document_key, source_start);
    ALTER TABLE document ADD COLUMN sections INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE document ADD COLUMN to_decide INTEGER NOT NULL DEFAULT 0;
    INSERT INTO suggestion (filing_id, document_key, kind, node, source_start, source_end)
      SELECT filing_id, document_key, 'finding', json_extract(value, '$.id'), json_extract(value, '$.claim.start'), json_extract(value, '$.claim.end')
      FROM document JOIN analysis ON analysis.document_key = document.key, json_each(analysis.body) WHERE part = 'findings';
    INSERT INTO suggestion (filing_id, document_key, kind, node, source_start, source_end)
      WITH core (document_key, node) AS MATERIALIZED (
        SELECT document_key, json_extract(value, '$.sentence') FROM analysis, json_each(analysis.body)
        WHERE part = 'forwardLooking' AND json_extract(value, '$.class') = 'core'
      )
      SELECT filing_id, document_key, 'forward-looking', node, sentence.source_start, sentence.source_end
      FROM sentence JOIN core USING (document_key, node) JOIN document ON document.key = document_key;
    UPDATE document SET
      sections = (SELECT count(*) FROM section WHERE document_key = document.key AND trim(title) <> ''),
      to_decide = (SELECT count(*) FROM suggestion WHERE document_key = document.key);
    CREATE INDEX decision_on_suggestion ON decision (filing_id, kind, node) WHERE node IS NOT NULL;
    CREATE INDEX document_work ON document (filing_id, format, parsed, sections, to_decide, suggestions);
    CREATE INDEX annotation_tags ON annotation (filing_id, tag_id);
    CREATE INDEX annotation_waiting ON annotation (filing_id) WHERE verdict NOT IN ('intact', 'moved');
    CREATE INDEX note_asking ON note (filing_id, status) WHERE status <> 'none';
    CREATE INDEX change_log_by_filing ON change_log (filing_id, seq);
    CREATE INDEX change_log_by_thing ON change_log (entity_id, seq);
  `)
}
