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

/** What takes the newest schema back to that of version 12, newest step first. */
const BACK = `
  DROP TABLE seal;
  ALTER TABLE document DROP COLUMN seal;
  DROP INDEX document_unread;
  DROP INDEX document_work;
  ALTER TABLE document DROP COLUMN opened_at;
  ALTER TABLE document DROP COLUMN refused_by;
  CREATE INDEX document_work ON document (filing_id, format, parsed, sections, to_decide, suggestions);
  DROP INDEX filing_by_describer;
  ALTER TABLE filing DROP COLUMN described_by;
  ALTER TABLE filing DROP COLUMN origins;
  CREATE INDEX change_log_by_entity ON change_log (entity, entity_id, seq);
  DROP TABLE risk_place;
  PRAGMA user_version = 12;`

/** Makes the closed library of a folder one as a program of schema version 12 left it. */
export const takeBack = (folder: string): void => spoilDatabase(folder, BACK)
