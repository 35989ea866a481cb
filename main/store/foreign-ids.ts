import type { ReadableDb, WritableDb } from './handles'
import { all, one, run } from './sql'

/** What a thing was called where it came from, and the hash of its content then: by these it is known again. */
export interface ForeignId {
  readonly id: string
  readonly originId: string
  readonly system: string
  readonly foreignName: string
  readonly kind: string
  readonly ownId: string
  readonly sha256: string
}

interface Row {
  readonly id: string
  readonly origin_id: string
  readonly system: string
  readonly foreign_name: string
  readonly kind: string
  readonly own_id: string
  readonly sha256: string
}

const COLUMNS = 'id, origin_id, system, foreign_name, kind, own_id, sha256'

const toForeignId = (row: Row): ForeignId => ({
  id: row.id,
  originId: row.origin_id,
  system: row.system,
  foreignName: row.foreign_name,
  kind: row.kind,
  ownId: row.own_id,
  sha256: row.sha256
})

/** One name, or undefined. */
export const getForeignId = (db: ReadableDb, id: string): ForeignId | undefined => {
  const row = one<Row>(db, `SELECT ${COLUMNS} FROM foreign_id WHERE id = $id`, { id })
  return row && toForeignId(row)
}

/** Every thing that was called so in a system. */
export const findForeign = (db: ReadableDb, system: string, foreignName: string): ForeignId[] =>
  all<Row>(db, `SELECT ${COLUMNS} FROM foreign_id WHERE system = $system AND foreign_name = $foreignName ORDER BY id`, { system,
    foreignName }).map(toForeignId)

/** What some things were called elsewhere. */
export const foreignIdsOf = (db: ReadableDb, ids: readonly string[]): ForeignId[] =>
  all<Row>(db, `SELECT ${COLUMNS} FROM foreign_id WHERE own_id IN (SELECT value FROM json_each($ids)) ORDER BY system, foreign_name, id`, {
    ids: JSON.stringify(ids)
  }).map(toForeignId)

/** Every name. */
export const listForeignIds = (db: ReadableDb): ForeignId[] =>
  all<Row>(db, `SELECT ${COLUMNS} FROM foreign_id ORDER BY id`).map(toForeignId)

/** Stores one as it is given, new or changed. */
export const putForeignId = (db: WritableDb, name: ForeignId): void => {
  run(db, `INSERT OR REPLACE INTO foreign_id (${COLUMNS})
    VALUES ($id, $originId, $system, $foreignName, $kind, $ownId, $sha256)`, {
    id: name.id,
    originId: name.originId,
    system: name.system,
    foreignName: name.foreignName,
    kind: name.kind,
    ownId: name.ownId,
    sha256: name.sha256
  })
}

/** Takes one away. */
export const deleteForeignId = (db: WritableDb, id: string): void => {
  run(db, 'DELETE FROM foreign_id WHERE id = $id', { id })
}
