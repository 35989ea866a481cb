import type { FilingId } from '#contract/ids'
import { removeUnready } from '../store/filings'
import type { WritableDb } from '../store/handles'
import { foldLog } from './checkpoints'
import { yieldThread } from './yield-thread'

/**
 * Removes what imports that did not end left in the database, or one of them, without holding the thread; how many are gone.
 * `stopped` ends it between two steps: what is left is removed another time.
 */
export const removeCutOff = async (db: WritableDb, stopped: () => boolean, id: FilingId | null = null): Promise<number> => {
  let removed = 0
  for (const gone of removeUnready(db, id)) {
    if (gone) removed += 1
    await yieldThread()
    await foldLog(db)
    if (stopped()) break
  }
  return removed
}
