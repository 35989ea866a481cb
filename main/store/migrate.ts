import type { WritableDb } from './handles'
import { MIGRATIONS } from './migrations'
import { transact } from './sql'

/** The schema version this build writes, the `user_version` of a current database. */
export const SCHEMA_VERSION = MIGRATIONS.length

/** The schema version of the file behind a handle. */
export const schemaVersion = (db: WritableDb): number => Number(db.pragma('user_version', { simple: true }))

/**
 * Brings the schema up to `target`, one transaction per step, with the version written in the same transaction. A file
 * that is newer than `target` is a bug of the caller: `openDatabase` refuses it before.
 */
export const migrate = (db: WritableDb, target: number = SCHEMA_VERSION): void => {
  const from = schemaVersion(db)
  if (from > target) throw new Error(`schema version ${String(from)} is newer than ${String(target)}`)
  MIGRATIONS.slice(from, target).forEach((migration, index) => {
    transact(db, () => {
      migration(db)
      db.pragma(`user_version = ${String(from + index + 1)}`)
    })
  })
}
