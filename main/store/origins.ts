import type { ReadableDb, WritableDb } from './handles'
import { all, one, run } from './sql'

/** An import of somebody's work: the file it came in and what became of its items. */
export interface Origin {
  readonly id: string
  readonly format: string
  readonly fileName: string
  readonly fileSha256: string
  readonly importedAt: string
  readonly imported: number
  readonly orphaned: number
  readonly duplicate: number
  readonly quarantined: number
}

interface Row {
  readonly id: string
  readonly format: string
  readonly file_name: string
  readonly file_sha256: string
  readonly imported_at: string
  readonly imported: number
  readonly orphaned: number
  readonly duplicate: number
  readonly quarantined: number
}

const COLUMNS = 'id, format, file_name, file_sha256, imported_at, imported, orphaned, duplicate, quarantined'

const toOrigin = (row: Row): Origin => ({
  id: row.id,
  format: row.format,
  fileName: row.file_name,
  fileSha256: row.file_sha256,
  importedAt: row.imported_at,
  imported: row.imported,
  orphaned: row.orphaned,
  duplicate: row.duplicate,
  quarantined: row.quarantined
})

/** One import, or undefined. */
export const getOrigin = (db: ReadableDb, id: string): Origin | undefined => {
  const row = one<Row>(db, `SELECT ${COLUMNS} FROM origin WHERE id = $id`, { id })
  return row && toOrigin(row)
}

/** Every import, the newest first. */
export const listOrigins = (db: ReadableDb): Origin[] =>
  all<Row>(db, `SELECT ${COLUMNS} FROM origin ORDER BY imported_at DESC, id`).map(toOrigin)

/** Stores one as it is given, new or changed. */
export const putOrigin = (db: WritableDb, origin: Origin): void => {
  run(db, `INSERT OR REPLACE INTO origin (${COLUMNS})
    VALUES ($id, $format, $fileName, $fileSha256, $importedAt, $imported, $orphaned, $duplicate, $quarantined)`, {
    id: origin.id,
    format: origin.format,
    fileName: origin.fileName,
    fileSha256: origin.fileSha256,
    importedAt: origin.importedAt,
    imported: origin.imported,
    orphaned: origin.orphaned,
    duplicate: origin.duplicate,
    quarantined: origin.quarantined
  })
}

/** Takes one away. */
export const deleteOrigin = (db: WritableDb, id: string): void => {
  run(db, 'DELETE FROM origin WHERE id = $id', { id })
}
