import type { WritableDb } from '../handles'

/** What an analyst corrects in a suggestion beside its risk tags: the risk factors that cover it, and its words. Both JSON, null where they stand as suggested. */
export const corrections = (db: WritableDb): void => {
  db.exec(`
    ALTER TABLE decision ADD COLUMN links TEXT;
    ALTER TABLE decision ADD COLUMN span TEXT;
  `)
}
