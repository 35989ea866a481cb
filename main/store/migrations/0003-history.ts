import type { WritableDb } from '../handles'

const TABLES = `
CREATE TABLE change_log (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  group_id TEXT NOT NULL,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  label TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  filing_id TEXT,
  before TEXT,
  after TEXT,
  undone TEXT NOT NULL
) STRICT;
CREATE INDEX change_log_by_group ON change_log (group_id);
CREATE INDEX change_log_by_undone ON change_log (undone, seq);
CREATE INDEX change_log_by_entity ON change_log (entity, entity_id, seq);
CREATE TRIGGER change_log_is_kept BEFORE DELETE ON change_log BEGIN
  SELECT raise(ABORT, 'the history is kept');
END;
CREATE TRIGGER change_log_is_fixed
BEFORE UPDATE OF seq, group_id, at, author, label, entity, entity_id, filing_id, before, after ON change_log BEGIN
  SELECT raise(ABORT, 'the history does not change');
END;

CREATE TABLE setting (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reading_position (
  filing_id TEXT NOT NULL PRIMARY KEY REFERENCES filing (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  position INTEGER NOT NULL,
  left_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`

/**
 * The history of every judgement, append-only: `undone` is the one column that changes (`no`, `yes`, or `left` where
 * something else was done after the undo). With it, the settings and the places where reading stopped.
 */
export const history = (db: WritableDb): void => {
  db.exec(TABLES)
}
