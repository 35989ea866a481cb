import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadableDb } from './handles'
import { SCHEMA_VERSION } from './migrate'
import { APPLICATION_ID, DATABASE_NAME } from './open'

/**
 * Opens the library of a data folder for looking only, beside an app that may be writing to it. Null where there is none, or
 * where it is not one that this version reads: looking is never a reason to change, repair or complain.
 */
export const openForReading = (folder: string): ReadableDb | null => {
  const path = join(folder, DATABASE_NAME)
  if (!existsSync(path)) return null
  let db: Database.Database | null = null
  try {
    db = new Database(path, { readonly: true, timeout: 5000 })
    const ours = db.pragma('application_id', { simple: true }) === APPLICATION_ID
    if (ours && db.pragma('user_version', { simple: true }) === SCHEMA_VERSION) return db as ReadableDb
    db.close()
    return null
  } catch {
    db?.close()
    return null
  }
}
