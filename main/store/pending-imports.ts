import type { FolderId } from '#contract/ids'
import type { ReadableDb, WritableDb } from './handles'
import { fromJson } from './json'
import { all, insert, run, transactUnsynced } from './sql'

/** A file that waits to be imported: into a deal folder, and in it into folders of these names. */
export interface PendingImport {
  readonly path: string
  readonly bytes: number
  readonly folderId: FolderId | null
  readonly folderNames: readonly string[]
}

/** Keeps files that wait, so that the next start can offer them again; a power cut may forget them. Answers their keys in order. */
export const addPendingImports = (db: WritableDb, files: readonly PendingImport[]): number[] =>
  transactUnsynced(db, () =>
    files.map(({ path, bytes, folderId, folderNames }) =>
      insert(db, 'INSERT INTO pending_import (path, bytes, folder_id, folder_names) VALUES ($path, $bytes, $folderId, $folderNames)', {
        path,
        bytes,
        folderId,
        folderNames: JSON.stringify(folderNames)
      })
    ))

/** Forgets files that wait no more. */
export const removePendingImports = (db: WritableDb, keys: readonly number[]): void => {
  transactUnsynced(db, () => {
    for (const key of keys) run(db, 'DELETE FROM pending_import WHERE key = $key', { key })
  })
}

/** The files that an earlier run did not come to, in the order they were queued. */
export const listPendingImports = (db: ReadableDb): (PendingImport & { readonly key: number })[] =>
  all<{ key: number; path: string; bytes: number; folder_id: string | null; folder_names: string }>(db,
    'SELECT key, path, bytes, folder_id, folder_names FROM pending_import ORDER BY key')
    .map((row) => ({ key: row.key, path: row.path, bytes: row.bytes, folderId: row.folder_id,
      folderNames: fromJson<string[]>(row.folder_names) })
    )
