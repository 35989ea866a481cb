import type { Folder } from '#contract/folder'
import type { FilingId, FolderId } from '#contract/ids'
import type { ReadableDb, WritableDb } from './handles'
import { all, one, run } from './sql'

/** A deal folder as it is stored; the filings in it are rows of their own. */
export interface FolderRecord extends Omit<Folder, 'filings'> {
  readonly createdAt: string
}

/** A filing's place in a folder. */
export interface FolderFiling {
  readonly folderId: FolderId
  readonly filingId: FilingId
  readonly addedAt: string
}

interface Row {
  readonly id: string
  readonly parent_id: string | null
  readonly name: string
  readonly ordinal: number
  readonly created_at: string
}

/** The queries of every change of the folders; their plans are held by a test. */
export const FOLDER_QUERIES = {
  one: 'SELECT id, parent_id, name, ordinal, created_at FROM folder WHERE id = $id',
  filings: 'SELECT filing_id, added_at FROM folder_filing WHERE folder_id = $folderId ORDER BY filing_id',
  place: 'SELECT added_at FROM folder_filing WHERE folder_id = $folderId AND filing_id = $filingId',
  under: `WITH RECURSIVE within (id) AS (VALUES ($id) UNION SELECT folder.id FROM within JOIN folder ON folder.parent_id = within.id)
    SELECT DISTINCT filing_id FROM within JOIN folder_filing ON folder_filing.folder_id = within.id`
}

const toFolder = (row: Row): FolderRecord => ({ id: row.id, parentId: row.parent_id, name: row.name, ordinal: row.ordinal,
  createdAt: row.created_at })

/** Every deal folder, sisters in their order. */
export const listFolderRecords = (db: ReadableDb): FolderRecord[] =>
  all<Row>(db, 'SELECT id, parent_id, name, ordinal, created_at FROM folder ORDER BY parent_id, ordinal, name, id').map(toFolder)

/** How many filings stand in each folder itself, those in the trash left out. */
export const countFolderFilings = (db: ReadableDb): ReadonlyMap<FolderId, number> =>
  new Map(all<{ folder_id: string; n: number }>(db, `SELECT folder_id, count(*) AS n FROM folder_filing JOIN filing ON filing.id = filing_id
    WHERE trashed_at IS NULL AND ready = 1 GROUP BY folder_id`).map((row) => [row.folder_id, row.n]))

/** One folder, or undefined. */
export const getFolder = (db: ReadableDb, id: FolderId): FolderRecord | undefined => {
  const row = one<Row>(db, FOLDER_QUERIES.one, { id })
  return row && toFolder(row)
}

/** Stores a folder as it is given, new or changed. The folder above it must be there. */
export const putFolder = (db: WritableDb, folder: FolderRecord): void => {
  const { id, parentId, name, ordinal, createdAt } = folder
  run(db, `INSERT INTO folder (id, parent_id, name, ordinal, created_at) VALUES ($id, $parentId, $name, $ordinal, $createdAt)
    ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, name = excluded.name, ordinal = excluded.ordinal`, { id, parentId, name,
    ordinal, createdAt })
}

/** Removes a folder; its filings stay in the library, and folders that are still in it come to the top. */
export const deleteFolder = (db: WritableDb, id: FolderId): void => {
  run(db, 'UPDATE folder SET parent_id = NULL WHERE parent_id = $id', { id })
  run(db, 'DELETE FROM folder WHERE id = $id', { id })
}

/** The filings that stand in a folder itself. */
export const listFolderFilings = (db: ReadableDb, folderId: FolderId): FolderFiling[] =>
  all<{ filing_id: string; added_at: string }>(db, FOLDER_QUERIES.filings, { folderId })
    .map((row) => ({ folderId, filingId: row.filing_id, addedAt: row.added_at }))

/** The filings in a folder and in the folders under it, each once. */
export const listFilingsUnder = (db: ReadableDb, id: FolderId): FilingId[] =>
  all<{ filing_id: string }>(db, FOLDER_QUERIES.under, { id }).map((row) => row.filing_id)

/** A filing's place in a folder, or undefined. */
export const getFolderFiling = (db: ReadableDb, folderId: FolderId, filingId: FilingId): FolderFiling | undefined => {
  const row = one<{ added_at: string }>(db, FOLDER_QUERIES.place, { folderId, filingId })
  return row && { folderId, filingId, addedAt: row.added_at }
}

/** Puts a filing into a folder; one that stands there already keeps its time. */
export const putFolderFiling = (db: WritableDb, { folderId, filingId, addedAt }: FolderFiling): void => {
  run(db, 'INSERT INTO folder_filing (folder_id, filing_id, added_at) VALUES ($folderId, $filingId, $addedAt) ON CONFLICT DO NOTHING', {
    folderId,
    filingId,
    addedAt
  })
}

/** Puts filings into a folder, all at one time; those that stand there already keep theirs. */
export const putFolderFilings = (db: WritableDb, folderId: FolderId, filingIds: readonly FilingId[], addedAt: string): void => {
  run(db,
    `INSERT INTO folder_filing (folder_id, filing_id, added_at) SELECT $folderId, value, $addedAt FROM json_each($filingIds) WHERE true
    ON CONFLICT DO NOTHING`, { folderId, addedAt, filingIds: JSON.stringify(filingIds) })
}

/** Takes filings out of a folder. */
export const deleteFolderFilings = (db: WritableDb, folderId: FolderId, filingIds: readonly FilingId[]): void => {
  run(db, 'DELETE FROM folder_filing WHERE folder_id = $folderId AND filing_id IN (SELECT value FROM json_each($filingIds))', { folderId,
    filingIds: JSON.stringify(filingIds) })
}

/** Takes a filing out of a folder. */
export const deleteFolderFiling = (db: WritableDb, folderId: FolderId, filingId: FilingId): void => {
  run(db, 'DELETE FROM folder_filing WHERE folder_id = $folderId AND filing_id = $filingId', { folderId, filingId })
}
