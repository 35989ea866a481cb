import { sealAct, sealChanges } from './change-seals'
import type { SealedChange } from './change-seals'
import type { WritableDb } from './handles'
import { all, one } from './sql'

/** How many changes are read at a time. */
const STEP = 1000

type Found = SealedChange & { readonly undone: string }

function* foundChanges(db: WritableDb): Generator<SealedChange & { readonly kind: 'found'; readonly detail: string }> {
  for (let after = 0;;) {
    const rows = all<Found>(db,
      `SELECT seq, group_id AS "group", at, author, label, entity, entity_id AS entityId, filing_id AS filingId, before, after, undone
        FROM change_log WHERE seq > $after ORDER BY seq LIMIT $limit`, { after, limit: STEP })
    for (const { undone, ...change } of rows) yield { ...change, kind: 'found', detail: undone }
    const last = rows.at(-1)
    if (!last) return
    after = last.seq
  }
}

/** Seals a history that was written before it was sealed, as it stands: one line that says so, then one for each of its changes. */
export const sealFound = (db: WritableDb): void => {
  const there = one<{ n: number; at: string }>(db, "SELECT count(*) AS n, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') AS at FROM change_log")
  if (!there || there.n === 0) return
  sealAct(db, { kind: 'begin', group: null, at: there.at, author: null, detail: JSON.stringify({ changes: there.n }) })
  sealChanges(db, foundChanges(db))
}
