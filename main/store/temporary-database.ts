import Database from 'better-sqlite3'
import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eventText, NO_PREV, sealText } from '#model/sealed-line'
import { sha256 } from './change-seals'
import type { ReadableDb, WritableDb } from './handles'
import { migrate } from './migrate'
import { APPLICATION_ID, DATABASE_NAME, openDatabase } from './open'
import { listSealed } from './read-sealed-log'

/** A data folder of its own for one test. */
export interface TemporaryFolder {
  readonly path: string
  readonly remove: () => void
}

/** Makes a folder under the system's temporary folder. */
export const createTemporaryFolder = (): TemporaryFolder => {
  const path = mkdtempSync(join(tmpdir(), 'redwell-store-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Opens the database of a folder, which must succeed. */
export const openOrThrow = (folder: string): WritableDb => {
  const opened = openDatabase(folder)
  if (!opened.ok) throw new Error(`${opened.failure.code}: ${opened.failure.message}`)
  return opened.value
}

/** A database in memory with the schema of a version, for the test of the migration that follows it. */
export const databaseAtVersion = (version: number): WritableDb => {
  const db = new Database(':memory:') as unknown as WritableDb
  db.pragma('foreign_keys = ON')
  db.pragma('trusted_schema = OFF')
  migrate(db, version)
  return db
}

/** Another database in memory with all that one holds: many times cheaper than making it again. */
export const copyOf = (db: WritableDb): WritableDb => new Database(db.serialize()) as unknown as WritableDb

/** Changes the database of a folder behind the program's back, as a bad disk does. */
export const spoilDatabase = (folder: string, sql: string): void => {
  const db = new Database(join(folder, DATABASE_NAME))
  try {
    db.exec(sql)
  } finally {
    db.close()
  }
}

const UNGUARDED = `DROP TRIGGER IF EXISTS change_seal_is_kept; DROP TRIGGER IF EXISTS change_seal_is_fixed;
  DROP TRIGGER IF EXISTS change_log_is_kept; DROP TRIGGER IF EXISTS change_log_is_fixed`

/** Changes the history of a database in a folder behind the program's back, as somebody does whom no trigger stops. */
export const spoilHistory = (folder: string, sql: string): void => {
  spoilDatabase(folder, UNGUARDED)
  spoilDatabase(folder, sql)
}

/** The same, and seals all of it anew, so that it holds together again. */
export const rewriteHistory = (folder: string, sql: string): void => {
  spoilHistory(folder, sql)
  const db = new Database(join(folder, DATABASE_NAME))
  try {
    let prev = NO_PREV
    for (const { line, event } of listSealed(db as unknown as ReadableDb, 0, 100_000)) {
      const digest = sha256(event ? eventText(event) : '')
      db.prepare('UPDATE change_seal SET prev = ?, digest = ? WHERE n = ?').run(prev, digest, line.n)
      prev = sha256(sealText({ n: line.n, prev, digest }))
    }
  } finally {
    db.close()
  }
}

/** The version that `takeBack` goes back to: old enough that several migrations fill in what it lacks. */
const OLD = 12

const namesOf = (db: Database.Database, sql: string): readonly string[] =>
  db.prepare<[], { name: string }>(sql).all().map(({ name }) => name)

const columnsOf = (schema: string, table: string): string => `SELECT name FROM pragma_table_info('${table}', '${schema}')`

const copied = (table: string, columns: readonly string[]): string =>
  `INSERT OR REPLACE INTO main.${table} (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM newer.${table}`

const TABLES =
  `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_search_%'
  AND name IN (SELECT name FROM newer.sqlite_schema) ORDER BY name = 'note_citation', name`

/** Makes the closed library of a folder one as a program of an older schema left it: all rows, of each what that schema had. */
export const takeBack = (folder: string): void => {
  const path = join(folder, DATABASE_NAME)
  renameSync(path, `${path}.newer`)
  const db = new Database(path)
  try {
    db.pragma('journal_mode = WAL')
    db.pragma(`application_id = ${String(APPLICATION_ID)}`)
    migrate(db as WritableDb, OLD)
    db.pragma('foreign_keys = OFF')
    db.prepare('ATTACH ? AS newer').run(`${path}.newer`)
    for (const table of namesOf(db, TABLES)) {
      const known = new Set(namesOf(db, columnsOf('newer', table)))
      // Those of notes were made by a trigger as the notes came.
      if (table === 'note_citation') db.exec('DELETE FROM main.note_citation')
      db.exec(copied(table, namesOf(db, columnsOf('main', table)).filter((column) => known.has(column))))
    }
    db.exec(
      "DETACH newer; INSERT INTO quote_search (quote_search) VALUES ('rebuild'); INSERT INTO note_search (note_search) VALUES ('rebuild')"
    )
  } finally {
    db.close()
  }
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}.newer${suffix}`, { force: true })
}
