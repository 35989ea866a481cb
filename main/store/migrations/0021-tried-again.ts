import type { WritableDb } from '../handles'

/** Beside an item of an import that waits, what was understood of it, so that it can be tried again. What waits already was kept without. */
export const triedAgain = (db: WritableDb): void => {
  db.exec(`
    ALTER TABLE quarantine ADD COLUMN understood TEXT;
    DELETE FROM seal WHERE kind = 'quarantine';
  `)
}
