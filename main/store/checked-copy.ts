import Database from 'better-sqlite3'
import type { Result } from '#contract/result'
import { fail, ok } from '#contract/result'
import { copyInSteps, syncToDisk } from './backup'
import type { ReadableDb } from './handles'
import { findIndexFaults, renewIndexesOfCopy } from './index-faults'
import { checkDatabase } from './open'

/** A copy that is good. */
export interface CheckedCopy {
  /** Tables of the library with an index that does not list what stands in them; in the copy they were made anew. */
  readonly spoilt: readonly string[]
}

/**
 * Copies the whole database behind `db` to `path`, checks the copy to its last index, and has the disk keep it. Answers null where
 * `stopped` said to end, and a failure where the copy is not good; then what stands at `path` is to be removed.
 */
export const checkedCopy = async (db: ReadableDb, path: string, stopped: () => boolean): Promise<Result<CheckedCopy | null>> => {
  if (!await copyInSteps(db, path, stopped)) return ok(null)
  const checked = checkDatabase(path)
  if (!checked.ok) return checked
  const { tables, other } = findIndexFaults(path)
  if (tables.length > 0) renewIndexesOfCopy(path, tables)
  if (other.length > 0) return fail('database-damaged', 'The copy of the library is damaged.', { place: other.join('; ') })
  syncToDisk(path)
  return ok({ spoilt: tables })
}

/**
 * As `checkedCopy`, of the library at `source` through a handle of its own, while the app goes on writing to it: to be used in a thread,
 * since copying and checking take seconds. The copy is the library as it was when it was begun.
 */
export const checkedCopyOf = async (source: string, path: string, stopped: () => boolean): Promise<Result<CheckedCopy | null>> => {
  const db = new Database(source, { readonly: true, fileMustExist: true })
  try {
    // Without a snapshot of its own the copy would begin anew with every change that the app commits.
    db.exec('BEGIN')
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    return await checkedCopy(db as ReadableDb, path, stopped)
  } finally {
    db.close()
  }
}
