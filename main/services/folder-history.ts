import type { FilingId, FolderId } from '#contract/ids'
import { getTrashedAt } from '../store/filings'
import { deleteFolder, deleteFolderFiling, getFolder, getFolderFiling, putFolder, putFolderFiling } from '../store/folders'
import type { FolderFiling, FolderRecord } from '../store/folders'
import type { WritableDb } from '../store/handles'
import { setWatchedInto } from '../store/watched'

/** A folder as the history keeps it; `watched` are the folders of the disk whose files came into it when it was removed. */
export interface FolderState extends FolderRecord {
  readonly watched?: readonly string[]
}

/** What the history calls a filing's place in a folder. */
export const nameOfPlace = ({ folderId, filingId }: { readonly folderId: FolderId; readonly filingId: FilingId }): string =>
  `${folderId}/${filingId}`

/** Brings a folder to a state of the history; null removes it. A folder whose parent is gone comes to the top. */
export const restoreFolder = (db: WritableDb, id: FolderId, state: FolderState | null): FolderState | null => {
  if (!state) {
    deleteFolder(db, id)
    return null
  }
  putFolder(db, { ...state, parentId: state.parentId !== null && getFolder(db, state.parentId) ? state.parentId : null })
  for (const watched of state.watched ?? []) setWatchedInto(db, watched, id)
  return state
}

/** Brings a filing's place in a folder to a state of the history; does nothing where the folder or the filing is gone. */
export const restorePlace = (db: WritableDb, name: string, state: FolderFiling | null): FolderFiling | null => {
  const [folderId = '', filingId = ''] = name.split('/')
  if (!state) deleteFolderFiling(db, folderId, filingId)
  else if (getFolder(db, folderId) && getTrashedAt(db, filingId) !== undefined) putFolderFiling(db, state)
  return state
}

/** Whether the database lacks what the journal tells of a folder. */
export const isFolderLost = (db: WritableDb, state: FolderState): boolean => {
  const known = getFolder(db, state.id)
  return known?.name !== state.name || known.parentId !== state.parentId || known.ordinal !== state.ordinal
}

/** Whether the database lacks a filing's place in a folder. */
export const isPlaceLost = (db: WritableDb, { folderId, filingId }: FolderFiling): boolean =>
  getFolderFiling(db, folderId, filingId) === undefined
