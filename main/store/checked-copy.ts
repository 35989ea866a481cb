import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
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
  /** The SHA-256 of the copy, in lower-case hexadecimal. */
  readonly sha256: string
}

/** How much of a copy is hashed at a time, in bytes. */
const CHUNK = 4 * 1024 * 1024

/** The SHA-256 of a file, in lower-case hexadecimal; reads all of it, so that it is called in a thread of its own. */
const hashOfFile = (path: string): string => {
  const descriptor = openSync(path, 'r')
  try {
    const hash = createHash('sha256')
    const chunk = Buffer.allocUnsafe(CHUNK)
    for (let read = CHUNK; read > 0;) {
      read = readSync(descriptor, chunk, 0, CHUNK, null)
      hash.update(chunk.subarray(0, read))
    }
    return hash.digest('hex')
  } finally {
    closeSync(descriptor)
  }
}

/** A copy is one file: without a write-ahead log, whoever looks into it leaves nothing beside it. */
const keepInOneFile = (path: string): void => {
  const db = new Database(path)
  try {
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
}

/** Whether a copy that was made before is still good: of the hash that it was made with where that is known, else as far as SQLite can tell. */
export const isCopyGood = (path: string, sha256: string | null): boolean => {
  if (sha256 !== null) return hashOfFile(path) === sha256
  if (!checkDatabase(path).ok) return false
  const { tables, other } = findIndexFaults(path)
  return tables.length + other.length === 0
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
  keepInOneFile(path)
  syncToDisk(path)
  return ok({ spoilt: tables, sha256: hashOfFile(path) })
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
