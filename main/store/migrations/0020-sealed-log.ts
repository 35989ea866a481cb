import type { WritableDb } from '../handles'
import { sealFound } from '../seal-found'

/**
 * The sealed log: one line for each change, undo and redo, each with the hash of the line before and the salted digest of what happened. It is
 * only ever added to. What was there is sealed as it is found.
 */
export const sealedLog = (db: WritableDb): void => {
  db.exec(`
    CREATE TABLE change_seal (
      n INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      change_seq INTEGER UNIQUE,
      group_id TEXT,
      at TEXT,
      author TEXT,
      detail TEXT,
      salt TEXT NOT NULL,
      digest TEXT NOT NULL,
      prev TEXT NOT NULL
    ) STRICT;
    CREATE INDEX change_seal_by_group ON change_seal (group_id) WHERE group_id IS NOT NULL;
    CREATE TRIGGER change_seal_is_kept BEFORE DELETE ON change_seal BEGIN
      SELECT raise(ABORT, 'the sealed log is kept');
    END;
    CREATE TRIGGER change_seal_is_fixed BEFORE UPDATE ON change_seal BEGIN
      SELECT raise(ABORT, 'the sealed log does not change');
    END;
  `)
  sealFound(db)
}
