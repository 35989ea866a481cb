import Database from 'better-sqlite3'
import { failureOf } from './failure-of'
import type { ReadableDb, WritableDb } from './handles'
import { NAME_PARTS, nameSql, sealSql, tableOf } from './sealed-tables'
import type { BrokenRow } from './sealed-tables'
import { knowSeals } from './seals'
import { one, run } from './sql'
import type { SqlParams } from './sql'

/** The row as a copy holds it, where it is there as it was sealed. */
const rowIn = (copy: ReadableDb, { kind, id }: BrokenRow, hash: Buffer): SqlParams | undefined => {
  const table = tableOf(kind)
  return one<SqlParams & object>(copy, `SELECT * FROM ${kind} AS t WHERE ${nameSql(table, 't')} = $id AND ${sealSql(table, 't')} = $hash`, {
    id: id.join(NAME_PARTS),
    hash
  })
}

const putRow = (db: WritableDb, { kind }: BrokenRow, row: SqlParams): void => {
  const columns = Object.keys(row)
  run(db, `INSERT OR REPLACE INTO ${kind} (${columns.join(', ')}) VALUES (${columns.map((column) => `$${column}`).join(', ')})`, row)
}

/**
 * Brings a broken row back from a copy of the library at `path`, where that holds it just as it was sealed; false where it does not, or
 * cannot be read. Run it within `withoutReferences`.
 */
export const mendFromCopy = (db: WritableDb, path: string, row: BrokenRow): boolean => {
  const seal = one<{ hash: Buffer }>(db, 'SELECT hash FROM seal WHERE kind = $kind AND id = $id', { kind: row.kind,
    id: row.id.join(NAME_PARTS) })
  if (!seal) return false
  try {
    const copy = new Database(path, { readonly: true, fileMustExist: true }) as ReadableDb
    try {
      knowSeals(copy)
      const kept = rowIn(copy, row, seal.hash)
      if (kept) putRow(db, row, kept)
      return kept !== undefined
    } finally {
      copy.close()
    }
  } catch (error) {
    // A copy of an older schema, or a damaged one, is no help; another may be.
    if (error instanceof Database.SqliteError || failureOf(error)) return false
    throw error
  }
}
