import type { WatchedFile } from '#contract/folder'
import type { FilingId, FolderId } from '#contract/ids'
import type { ReadableDb, WritableDb } from './handles'
import { all, run } from './sql'

/** A watched folder as it is stored. */
export interface WatchedRecord {
  readonly id: string
  readonly path: string
  readonly folderId: FolderId | null
  readonly addedAt: string
}

/** A file of a watched folder as it was when it was looked at last; `modifiedMs` is its time of change in ms since 1970. */
export interface WatchedFileRecord extends WatchedFile {
  readonly bytes: number
  readonly modifiedMs: number
}

/** Every watched folder in the order they were added. */
export const listWatched = (db: ReadableDb): WatchedRecord[] =>
  all<{ id: string; path: string; folder_id: string | null; added_at: string }>(db,
    'SELECT id, path, folder_id, added_at FROM watched_folder ORDER BY added_at, id')
    .map((row) => ({ id: row.id, path: row.path, folderId: row.folder_id, addedAt: row.added_at }))

/** Adds a watched folder, or says where the files of one that is there already come to. */
export const putWatched = (db: WritableDb, { id, path, folderId, addedAt }: WatchedRecord): void => {
  run(db, `INSERT INTO watched_folder (id, path, folder_id, added_at) VALUES ($id, $path, $folderId, $addedAt)
    ON CONFLICT (path) DO UPDATE SET folder_id = excluded.folder_id`, { id, path, folderId, addedAt })
}

/** Forgets a watched folder and what is known of its files; filings stay. */
export const deleteWatched = (db: WritableDb, id: string): void => {
  run(db, 'DELETE FROM watched_folder WHERE id = $id', { id })
}

/** The watched folders whose files come into a deal folder, by id. */
export const listWatchedOfFolder = (db: ReadableDb, folderId: FolderId): string[] =>
  all<{ id: string }>(db, 'SELECT id FROM watched_folder WHERE folder_id = $folderId ORDER BY id', { folderId }).map((row) => row.id)

/** Says into which deal folder the files of a watched folder come; does nothing where it is no longer watched. */
export const setWatchedInto = (db: WritableDb, id: string, folderId: FolderId | null): void => {
  run(db, 'UPDATE watched_folder SET folder_id = $folderId WHERE id = $id', { id, folderId })
}

interface FileRow {
  readonly path: string
  readonly filing_id: string | null
  readonly earlier_id: string | null
  readonly bytes: number
  readonly modified_ms: number
  readonly state: WatchedFile['state']
  readonly failure: string | null
}

/** What is known of the files of a watched folder, in the order of their paths. */
export const listWatchedFiles = (db: ReadableDb, watchedId: string): WatchedFileRecord[] =>
  all<FileRow>(db,
    `SELECT path, filing_id, earlier_id, bytes, modified_ms, state, failure FROM watched_file WHERE watched_id = $watchedId ORDER BY path`,
    { watchedId })
    .map((row) => ({
      path: row.path,
      filingId: row.filing_id,
      earlierId: row.earlier_id,
      bytes: row.bytes,
      modifiedMs: row.modified_ms,
      state: row.state,
      failure: row.failure
    }))

/** Keeps what is now known of a file of a watched folder. */
export const putWatchedFile = (db: WritableDb, watchedId: string, file: WatchedFileRecord): void => {
  const { path, filingId, earlierId, bytes, modifiedMs, state, failure } = file
  run(db, `INSERT INTO watched_file (watched_id, path, filing_id, earlier_id, bytes, modified_ms, state, failure)
    VALUES ($watchedId, $path, $filingId, $earlierId, $bytes, $modifiedMs, $state, $failure)
    ON CONFLICT (watched_id, path) DO UPDATE SET filing_id = excluded.filing_id, earlier_id = excluded.earlier_id, bytes = excluded.bytes,
      modified_ms = excluded.modified_ms, state = excluded.state, failure = excluded.failure`, { watchedId, path, filingId, earlierId,
    bytes, modifiedMs, state, failure })
}

/** Where the files of watched folders lie that a filing was imported from. */
export const listPathsOf = (db: ReadableDb, filingId: FilingId): string[] =>
  all<{ path: string }>(db, 'SELECT path FROM watched_file WHERE filing_id = $filingId ORDER BY path', { filingId }).map((row) => row.path)
