import type { WritableDb } from '../../store/handles'
import { checkpoint } from '../../store/open'

/** How long after the last change the write-ahead log is folded in, in ms: a damaged log then costs no more than that. */
export const IDLE_MS = 30_000

/** Folds the write-ahead log into the database once nothing was written for a while. */
export interface IdleCheckpoint {
  /** Says that something was written. */
  readonly touch: () => void
  /** Stops waiting. */
  readonly stop: () => void
}

/** Watches over one database; `fold` does the work that waits for the disk elsewhere. The timer keeps no process alive. */
export const createIdleCheckpoint = (db: WritableDb, idleMs = IDLE_MS,
  fold: () => Promise<void> = () => Promise.resolve()): IdleCheckpoint => {
  let timer: NodeJS.Timeout | null = null
  const stop = (): void => {
    if (timer) clearTimeout(timer)
    timer = null
  }
  return {
    stop,
    touch: () => {
      stop()
      timer = setTimeout(() => {
        timer = null
        void fold().then(() => {
          if (db.open && !db.inTransaction) checkpoint(db)
        })
      }, idleMs)
      timer.unref()
    }
  }
}
