import type { FilingId } from '#contract/ids'
import type { ReadableDb, WritableDb } from './handles'
import { one, run } from './sql'

/** Where reading stopped: the document, and the source offset of the first line on screen. */
export interface ReadingPosition {
  readonly sequence: number
  readonly position: number
}

/** Where a filing was left, or undefined where it never was. */
export const getReadingPosition = (db: ReadableDb, filingId: FilingId): ReadingPosition | undefined =>
  one<ReadingPosition>(db, 'SELECT sequence, position FROM reading_position WHERE filing_id = $filingId', { filingId })

/** Keeps where a filing was left. */
export const putReadingPosition = (db: WritableDb, filingId: FilingId, place: ReadingPosition, at: string): void => {
  run(db, `INSERT INTO reading_position (filing_id, sequence, position, left_at) VALUES ($filingId, $sequence, $position, $at)
    ON CONFLICT (filing_id) DO UPDATE SET sequence = excluded.sequence, position = excluded.position, left_at = excluded.left_at`, {
    filingId,
    sequence: place.sequence,
    position: place.position,
    at
  })
}
