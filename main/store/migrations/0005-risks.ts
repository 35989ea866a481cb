import type { WritableDb } from '../handles'

/** What the analyst made of the risk taxonomy: tags named anew or hidden, and tags of the analyst's own. Tags that stand as they came have no row. */
export const risks = (db: WritableDb): void => {
  db.exec(`
    CREATE TABLE risk_tag (
      id TEXT NOT NULL PRIMARY KEY,
      ordinal INTEGER NOT NULL,
      risk_group TEXT NOT NULL,
      label TEXT NOT NULL,
      scope TEXT NOT NULL,
      hidden INTEGER NOT NULL,
      own INTEGER NOT NULL
    ) STRICT;
  `)
}
