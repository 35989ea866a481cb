import Database from 'better-sqlite3'
import { join } from 'node:path'
import { DATABASE_NAME } from './open'

/** A handle of its own on a library that only folds the write-ahead log into the database. */
export interface CheckpointHandle {
  /** Folds in what is committed, without waiting for anybody and without anybody waiting for it. */
  readonly fold: () => void
}

/**
 * Opens the library of a data folder for folding in its log, beside the app that writes to it: to be used in a thread, since
 * folding waits for the disk. Throws where the library cannot be opened.
 */
export const openForCheckpoints = (folder: string): CheckpointHandle => {
  const db = new Database(join(folder, DATABASE_NAME), { fileMustExist: true, timeout: 0 })
  // The disk must have the log before the pages, and the pages before the log begins anew.
  db.pragma('synchronous = FULL')
  return { fold: () => db.pragma('wal_checkpoint(PASSIVE)') }
}
