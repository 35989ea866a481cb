import Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WritableDb } from './handles'
import { migrate } from './migrate'
import { DATABASE_NAME, openDatabase } from './open'

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

/** Changes the database of a folder behind the program's back, as a bad disk does. */
export const spoilDatabase = (folder: string, sql: string): void => {
  const db = new Database(join(folder, DATABASE_NAME))
  try {
    db.exec(sql)
  } finally {
    db.close()
  }
}
