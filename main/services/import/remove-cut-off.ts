import type { FilingId } from '#contract/ids'
import { findBySha256, listUnready, removeUnready } from '../../store/filings'
import type { WritableDb } from '../../store/handles'
import { foldLog } from '../checkpoints/checkpoints'
import type { LibraryContext } from '../library-context'
import { yieldThread } from '../yield-thread'

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

/**
 * Removes what imports left that an end of the program cut off: their rows, and their bytes where neither the database nor the
 * journal tells of them. `stopped` as above.
 */
export const sweepCutOff = async (library: LibraryContext, stopped: () => boolean): Promise<void> => {
  const unready = listUnready(library.db)
  if (unready.length === 0) return
  const removed = await removeCutOff(library.db, stopped)
  library.log(`removed ${String(removed)} imports that were cut off`)
  if (stopped()) return
  // An import that was journalled but not committed is read again from its bytes.
  const told = new Set(
    library.journal.read().flatMap((line) =>
      line.kind === 'changed' && line.entity === 'filing' && line.state && 'sha256' in line.state ? [line.state.sha256] : []
    )
  )
  for (const { sha256 } of unready) if (!told.has(sha256) && !findBySha256(library.db, sha256)) await library.sources.forget(sha256)
}
