import Database from 'better-sqlite3'
import { closeSync, lstatSync, mkdirSync, openSync, readSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { backUp } from './backup'
import { failureOf } from './failure-of'
import type { WritableDb } from './handles'
import { migrate, SCHEMA_VERSION, schemaVersion } from './migrate'
import { sealWrites } from './seals'
import { OWN_TABLES } from './work-tables'

/** The `application_id` in the header of a Redwell library: the letters "Rdwl". */
export const APPLICATION_ID = 0x5264776c

/** The name of the database in the data folder. */
export const DATABASE_NAME = 'library.db'

/** Where the header of an SQLite file keeps `user_version` and `application_id` (big-endian; SQLite file format §1.3). */
const HEADER = { bytes: 100, userVersion: 60, applicationId: 68, magic: 'SQLite format 3\0' }

/** The failure of a library whose database cannot be used; `place` says what was found. */
export const damaged = (path: string, place: string): Result<never> =>
  fail('database-damaged', 'The library database is damaged. It was left as it is.', {
    file: path,
    place,
    remedy: 'Have the library rebuilt from the kept filings and the journal of your work. The damaged file stays beside it.'
  })

const foreign = (path: string): Result<never> =>
  fail('database-foreign', 'The database in the data folder was not made by Redwell. It was left as it is.', {
    file: path,
    remedy: 'Choose another data folder, or move that file away.'
  })

const newer = (path: string, version: number): Result<never> =>
  fail('database-newer',
    `The library was written by a newer Redwell: its database has version ${String(version)}, and this Redwell reads up to version ${
      String(SCHEMA_VERSION)
    }. Nothing was changed.`, {
    file: path,
    remedy: 'Start the newer Redwell.'
  })

const readHeader = (path: string): Buffer => {
  const header = Buffer.alloc(HEADER.bytes)
  const descriptor = openSync(path, 'r')
  try {
    return header.subarray(0, readSync(descriptor, header, 0, HEADER.bytes, 0))
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Judges the file before SQLite touches it, from its header alone: SQLite would already write on opening a file with a
 * write-ahead log. `new` where there is none or an empty one.
 */
const judgeFile = (path: string): Result<'new' | 'ours'> => {
  const facts = lstatSync(path, { throwIfNoEntry: false })
  if (!facts) return ok('new')
  if (!facts.isFile()) return foreign(path)
  if (facts.size === 0) return lstatSync(`${path}-wal`, { throwIfNoEntry: false })?.size ? damaged(path, 'the file is empty') : ok('new')
  const header = readHeader(path)
  if (header.length < HEADER.bytes || header.toString('latin1', 0, HEADER.magic.length) !== HEADER.magic)
    return damaged(path, 'the header is not that of a database')
  const version = header.readUInt32BE(HEADER.userVersion)
  const application = header.readUInt32BE(HEADER.applicationId)
  // A stop in the first second of a library leaves the mark in the log or unwritten; the check that follows reads both.
  if (application === 0 && version === 0) return ok('ours')
  if (application !== APPLICATION_ID) return foreign(path)
  return version > SCHEMA_VERSION ? newer(path, version) : ok('ours')
}

/** The pragmas of the one connection, with the value each reads back as. Written before the first query. */
const PRAGMAS: readonly (readonly [set: string, read: string, value: string | number])[] = [
  ['journal_mode = WAL', 'journal_mode', 'wal'],
  ['synchronous = FULL', 'synchronous', 2],
  ['foreign_keys = ON', 'foreign_keys', 1],
  ['trusted_schema = OFF', 'trusted_schema', 0],
  ['cell_size_check = ON', 'cell_size_check', 1],
  ['busy_timeout = 5000', 'busy_timeout', 5000]
]

/** The disk, such as a shared folder, cannot keep what the pragmas promise. */
class UnsafeDisk extends Error {}

/**
 * From how many pages on SQLite itself folds in the log, in the commit that reaches them: a thread does it long before, and a commit
 * should not wait for the disk twice.
 */
const LOG_PAGES = 8000

const setPragmas = (db: Database.Database): void => {
  for (const [set, read, value] of PRAGMAS) {
    db.pragma(set)
    const kept: unknown = db.pragma(read, { simple: true })
    if (kept !== value) throw new UnsafeDisk(`SQLite kept ${read} = ${String(kept)} instead of ${String(value)}`)
  }
  db.pragma('mmap_size = 0')
  db.pragma(`wal_autocheckpoint = ${String(LOG_PAGES)}`)
  if (process.platform === 'darwin') {
    db.pragma('fullfsync = 1')
    db.pragma('checkpoint_fullfsync = 1')
  }
}

/** Above this size in bytes only the tables with the analyst's own words are checked at each start: a check reads every page. */
const FULL_CHECK_BYTES = 64 * 1024 * 1024

/** What a check finds: "ok", or what is wrong. Where a page of a search index is spoilt, SQLite throws instead of telling. */
const checkWords = (db: Database.Database, what: string): string => {
  try {
    return (db.pragma(`quick_check(${what})`) as { quick_check: string }[]).map((row) => row.quick_check).join('; ')
  } catch (error) {
    if (error instanceof Database.SqliteError) return error.message
    throw error
  }
}

/**
 * Looks at an existing file through a connection that cannot write, so that a file we refuse keeps every byte: closing
 * a writing connection would fold the write-ahead log into it. Throws what SQLite throws where it cannot read the file at all.
 */
export const checkDatabase = (path: string): Result<null> => {
  const db = new Database(path, { readonly: true })
  try {
    const application = Number(db.pragma('application_id', { simple: true }))
    const version = Number(db.pragma('user_version', { simple: true }))
    const tables = Number(db.prepare<[], { n: number }>('SELECT count(*) AS n FROM sqlite_schema').get()?.n)
    if (application !== APPLICATION_ID && (application !== 0 || version !== 0 || tables > 0)) return foreign(path)
    if (version > SCHEMA_VERSION) return newer(path, version)
    const whole = version < SCHEMA_VERSION || lstatSync(path).size <= FULL_CHECK_BYTES
    for (const what of whole ? ['1'] : OWN_TABLES) {
      const found = checkWords(db, what)
      if (found !== 'ok') return damaged(path, found)
    }
    return ok(null)
  } finally {
    db.close()
  }
}

const prepare = (db: Database.Database, path: string): WritableDb => {
  setPragmas(db)
  const handle = db as WritableDb
  const version = schemaVersion(handle)
  if (version === 0) db.pragma(`application_id = ${String(APPLICATION_ID)}`)
  else if (version < SCHEMA_VERSION) backUp(handle, join(dirname(path), `library-before-version-${String(SCHEMA_VERSION)}.db`))
  migrate(handle)
  sealWrites(handle)
  return handle
}

const isDamage = (error: unknown): boolean =>
  error instanceof Database.SqliteError && (error.code.startsWith('SQLITE_CORRUPT') || error.code.startsWith('SQLITE_NOTADB'))

/**
 * Opens the database of a data folder, making both where there are none: header, checks, pragmas, backup, migrations, in
 * that order. A newer, foreign or damaged file is a failure and is never written to, replaced or deleted.
 */
export const openDatabase = (folder: string): Result<WritableDb> => {
  const path = join(folder, DATABASE_NAME)
  let db: Database.Database | null = null
  try {
    mkdirSync(folder, { recursive: true })
    const judged = judgeFile(path)
    if (!judged.ok) return judged
    if (judged.value === 'ours') {
      const checked = checkDatabase(path)
      if (!checked.ok) return checked
    }
    db = new Database(path)
    return ok(prepare(db, path))
  } catch (error) {
    db?.close()
    if (isDamage(error)) return damaged(path, error instanceof Error ? error.message : '')
    if (error instanceof UnsafeDisk) {
      return fail('write-failed', 'The data folder is on a disk that cannot keep notes safely, such as a shared folder.', {
        file: path,
        place: error.message,
        remedy: 'Choose a data folder on a disk of this computer.'
      })
    }
    const known = failureOf(error)
    if (known) return known
    throw error
  }
}

/**
 * Folds the write-ahead log into the database and empties it. False where the disk does not take it (it may be full): what was
 * committed then stays in the log, which is as safe, and the next call or the next start folds it in.
 */
export const checkpoint = (db: WritableDb): boolean => {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
    return true
  } catch (error) {
    if (failureOf(error)) return false
    throw error
  }
}

/** Folds the write-ahead log into the database and closes it. */
export const closeDatabase = (db: WritableDb): void => {
  if (!db.open) return
  checkpoint(db)
  db.close()
}
