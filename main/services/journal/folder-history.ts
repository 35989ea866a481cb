import type { FilingId, FolderId } from '#contract/ids'
import { getTrashedAt } from '../../store/filings'
import { deleteFolder, deleteFolderFiling, getFolder, putFolder, putFolderFiling } from '../../store/folders'
import type { FolderFiling } from '../../store/folders'
import type { WritableDb } from '../../store/handles'
import { setWatchedInto } from '../../store/watched'
import type { FolderState } from './states'

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
