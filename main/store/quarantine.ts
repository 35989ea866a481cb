import type { ReadableDb, WritableDb } from './handles'
import { all, one, run } from './sql'

/**
 * An item of an import that waits, kept as it came. `place` says where in the file it stood; `understood` is what could be read of it, as
 * JSON, and absent where nothing could.
 */
export interface Quarantined {
  readonly id: string
  readonly originId: string
  readonly reason: string
  readonly place: string
  readonly raw: string
  readonly putAt: string
  readonly understood?: string
}

interface Row {
  readonly id: string
  readonly origin_id: string
  readonly reason: string
  readonly place: string
  readonly raw: string
  readonly put_at: string
  readonly understood: string | null
}

const COLUMNS = 'id, origin_id, reason, place, raw, put_at, understood'

const toQuarantined = (row: Row): Quarantined => ({
  id: row.id,
  originId: row.origin_id,
  reason: row.reason,
  place: row.place,
  raw: row.raw,
  putAt: row.put_at,
  ...(row.understood === null ? {} : { understood: row.understood })
})

/** One item, or undefined. */
export const getQuarantined = (db: ReadableDb, id: string): Quarantined | undefined => {
  const row = one<Row>(db, `SELECT ${COLUMNS} FROM quarantine WHERE id = $id`, { id })
  return row && toQuarantined(row)
}

/** Every item that waits, the newest first. */
export const listQuarantined = (db: ReadableDb): Quarantined[] =>
  all<Row>(db, `SELECT ${COLUMNS} FROM quarantine ORDER BY put_at DESC, id`).map(toQuarantined)

/** Stores one as it is given, new or changed. */
export const putQuarantined = (db: WritableDb, item: Quarantined): void => {
  run(db, `INSERT OR REPLACE INTO quarantine (${COLUMNS})
    VALUES ($id, $originId, $reason, $place, $raw, $putAt, $understood)`, {
    id: item.id,
    originId: item.originId,
    reason: item.reason,
    place: item.place,
    raw: item.raw,
    putAt: item.putAt,
    understood: item.understood ?? null
  })
}

/** Takes one away. */
export const deleteQuarantined = (db: WritableDb, id: string): void => {
  run(db, 'DELETE FROM quarantine WHERE id = $id', { id })
}
