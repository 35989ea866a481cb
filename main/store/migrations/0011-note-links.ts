import type { WritableDb } from '../handles'

/** The rows of the citations in a note's body: read from the stored JSON, so that they follow whatever stores the note. */
const CITATIONS = `SELECT new.id, coalesce(json_extract(new.body, chip.path || '.filing'), new.filing_id),
    json_extract(new.body, chip.path || '.start'), json_extract(new.body, chip.path || '.end'),
    coalesce(json_extract(new.body, chip.path || '.kind'), 'words'), json_extract(new.body, chip.path || '.ref')
  FROM json_tree(iif(json_valid(new.body), new.body, '{}')) AS chip
  WHERE chip.key = 'type' AND chip.atom = 'citation'
    AND json_type(new.body, chip.path || '.start') = 'integer' AND json_type(new.body, chip.path || '.end') = 'integer'
    AND coalesce(json_type(new.body, chip.path || '.filing'), 'text') = 'text'
    AND coalesce(json_type(new.body, chip.path || '.kind'), 'text') = 'text'
    AND coalesce(json_type(new.body, chip.path || '.ref'), 'null') IN ('text', 'null')`

const INSERT = `INSERT INTO note_citation (note_id, filing_id, source_start, source_end, kind, ref) ${CITATIONS};`

const SCHEMA = `
ALTER TABLE note ADD COLUMN asked_at TEXT;
ALTER TABLE note ADD COLUMN answered_at TEXT;

CREATE TABLE note_template (
  id TEXT NOT NULL PRIMARY KEY,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  body TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;

CREATE INDEX block_by_source ON block (document_key, source_start);

CREATE TABLE note_citation (
  note_id TEXT NOT NULL,
  filing_id TEXT NOT NULL,
  source_start INTEGER NOT NULL,
  source_end INTEGER NOT NULL,
  kind TEXT NOT NULL,
  ref TEXT
) STRICT;
CREATE INDEX note_citation_by_filing ON note_citation (filing_id, source_start);
CREATE INDEX note_citation_by_note ON note_citation (note_id);
CREATE TRIGGER note_citation_insert AFTER INSERT ON note BEGIN ${INSERT} END;
CREATE TRIGGER note_citation_delete AFTER DELETE ON note BEGIN DELETE FROM note_citation WHERE note_id = old.id; END;
CREATE TRIGGER note_citation_update AFTER UPDATE OF body ON note WHEN new.body <> old.body BEGIN
  DELETE FROM note_citation WHERE note_id = old.id;
  ${INSERT}
END;
INSERT INTO note_citation (note_id, filing_id, source_start, source_end, kind, ref) ${
  CITATIONS.replace('FROM json_tree', 'FROM note AS new, json_tree')
};
`

/**
 * When a question was asked and answered, the analyst's own templates, and what each note cites: a table that triggers keep in
 * step with the bodies, so that "cited in" is a look-up.
 */
export const noteLinks = (db: WritableDb): void => {
  db.exec(SCHEMA)
}
