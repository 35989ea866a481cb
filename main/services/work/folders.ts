import type { Folder } from '#contract/folder'
import type { FilingId, FolderId } from '#contract/ids'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { childrenOf, placeFolder, subtreeOf } from '#model/folder-tree'
import { listTrashedAt } from '../../store/filings'
import { countFolderFilings, deleteFolder, deleteFolderFilings, getFolder, getFolderFiling, listFolderFilings, listFolderRecords, putFolder,
  putFolderFiling, putFolderFilings } from '../../store/folders'
import type { FolderFiling, FolderRecord } from '../../store/folders'
import { listWatchedOfFolder } from '../../store/watched'
import { nameOfPlace } from '../journal/folder-history'
import type { FolderState } from '../journal/states'
import type { LibraryContext } from '../library-context'
import { commitChange } from '../journal/record-changes'
import type { ChangeRecord } from '../journal/record-changes'

const GONE = fail('not-found', 'This folder no longer exists.', { remedy: 'It may have been removed or undone meanwhile.' })

/** Every deal folder, sisters in their order. */
export const listFolders = ({ db }: Pick<LibraryContext, 'db'>): Result<readonly Folder[]> => {
  const counts = countFolderFilings(db)
  return ok(listFolderRecords(db).map(({ id, parentId, name, ordinal }) => ({ id, parentId, name, ordinal, filings: counts.get(id) ?? 0 })))
}

/** Tells every window that folders, or what stands in them, changed. */
const announce = (library: LibraryContext, id: FolderId | null): void => {
  library.emit('folders.changed', { id })
  library.emit('library.changed', { filingId: null })
}

const answer = (library: LibraryContext, id: FolderId | null): Result<readonly Folder[]> => {
  announce(library, id)
  return listFolders(library)
}

const fold = (name: string): string => name.trim().toLowerCase()

/** The folder of that name under another, whatever its capitals; undefined where there is none. */
export const findFolder = ({ db }: Pick<LibraryContext, 'db'>, name: string, parentId: FolderId | null): FolderRecord | undefined =>
  childrenOf(listFolderRecords(db), parentId).find((folder) => fold(folder.name) === fold(name))

const checkName = (library: LibraryContext, name: string, parentId: FolderId | null, self: FolderId | null): Result<null> => {
  const same = findFolder(library, name, parentId)
  return !same || same.id === self ?
    ok(null)
    : fail('conflict', `There is already a folder “${same.name}” here.`, {
      remedy: 'Choose another name, or put the filings into that folder.'
    })
}

const put = (library: LibraryContext, record: ChangeRecord, before: FolderRecord | null, after: FolderRecord): void => {
  putFolder(library.db, after)
  record.steps.push({ entity: 'folder', entityId: after.id, filingId: null, before, after })
}

/** Makes a folder at the end of its sisters, inside a change that is being written. */
export const makeFolder = (library: LibraryContext, record: ChangeRecord, name: string, parentId: FolderId | null): FolderRecord => {
  const folder: FolderRecord = {
    id: library.newId(),
    parentId,
    name: name.trim(),
    ordinal: childrenOf(listFolderRecords(library.db), parentId).length,
    createdAt: library.clock()
  }
  put(library, record, null, folder)
  return folder
}

/** Makes a deal folder at the end of its sisters; two sisters may not share a name. */
export const addFolder = (library: LibraryContext, name: string, parentId: FolderId | null): Result<readonly Folder[]> => {
  if (parentId !== null && !getFolder(library.db, parentId)) return GONE
  const checked = checkName(library, name, parentId, null)
  if (!checked.ok) return checked
  const { id } = commitChange(library, 'Add folder', (record) => makeFolder(library, record, name, parentId))
  return answer(library, id)
}

/** Gives a folder another name. */
export const renameFolder = (library: LibraryContext, id: FolderId, name: string): Result<readonly Folder[]> => {
  const before = getFolder(library.db, id)
  if (!before) return GONE
  const checked = checkName(library, name, before.parentId, id)
  if (!checked.ok) return checked
  if (before.name === name.trim()) return listFolders(library)
  commitChange(library, 'Rename folder', (record) => put(library, record, before, { ...before, name: name.trim() }))
  return answer(library, id)
}

/** Puts a folder under another, before one of its new sisters or at the end; never under itself. */
export const moveFolder = (library: LibraryContext, id: FolderId, parentId: FolderId | null,
  before: FolderId | null): Result<readonly Folder[]> => {
  const all = listFolderRecords(library.db)
  const moved = all.find((folder) => folder.id === id)
  if (!moved || (parentId !== null && !all.some((folder) => folder.id === parentId))) return GONE
  if (before === id) return listFolders(library)
  const changed = placeFolder(all, id, parentId, before)
  if (!changed) return fail('invalid-request', 'A folder cannot be put into itself.', { remedy: 'Choose a folder outside it.' })
  const checked = checkName(library, moved.name, parentId, id)
  if (!checked.ok) return checked
  if (changed.length === 0) return listFolders(library)
  commitChange(library, 'Move folder', (record) => {
    for (const after of changed) put(library, record, all.find((folder) => folder.id === after.id) ?? null, after)
  })
  return answer(library, id)
}

const takeOut = (library: LibraryContext, record: ChangeRecord, folderId: FolderId, places: readonly FolderFiling[]): void => {
  deleteFolderFilings(library.db, folderId, places.map(({ filingId }) => filingId))
  for (const before of places)
    record.steps.push({ entity: 'folder-filing', entityId: nameOfPlace(before), filingId: before.filingId, before, after: null })
}

/** Removes a folder and the folders in it; the filings stay in the library. One step of the history. */
export const removeFolder = (library: LibraryContext, id: FolderId): Result<readonly Folder[]> => {
  const subtree = subtreeOf(listFolderRecords(library.db), id)
  if (subtree.length === 0) return GONE
  commitChange(library, 'Remove folder', (record) => {
    for (const folder of [...subtree].reverse()) {
      takeOut(library, record, folder.id, listFolderFilings(library.db, folder.id))
      const before: FolderState = { ...folder, watched: listWatchedOfFolder(library.db, folder.id) }
      deleteFolder(library.db, folder.id)
      record.steps.push({ entity: 'folder', entityId: folder.id, filingId: null, before, after: null })
    }
  })
  return answer(library, null)
}

/** Puts a filing into a folder, inside a change that is being written; one that stands there, or a folder that is gone, is let be. */
export const putFiling = (library: LibraryContext, record: ChangeRecord, folderId: FolderId, filingId: FilingId): void => {
  if (!getFolder(library.db, folderId) || getFolderFiling(library.db, folderId, filingId)) return
  const after = { folderId, filingId, addedAt: library.clock() }
  putFolderFiling(library.db, after)
  record.steps.push({ entity: 'folder-filing', entityId: nameOfPlace(after), filingId, before: null, after })
}

/** Puts filings into a folder that is there, inside a change that is being written; those that stand there are let be. */
const putAll = (library: LibraryContext, record: ChangeRecord, folderId: FolderId, filingIds: readonly FilingId[]): void => {
  const standing = new Set(listFolderFilings(library.db, folderId).map(({ filingId }) => filingId))
  const fresh = filingIds.filter((filingId) => !standing.has(filingId))
  const addedAt = library.clock()
  putFolderFilings(library.db, folderId, fresh, addedAt)
  for (const filingId of fresh) {
    const after = { folderId, filingId, addedAt }
    record.steps.push({ entity: 'folder-filing', entityId: nameOfPlace(after), filingId, before: null, after })
  }
}

const counted = ({ length }: readonly unknown[]): string => length === 1 ? 'filing' : `${String(length)} filings`

/** The filings that are in the library, or the failure to tell where one of them is not. */
const checkFilings = (library: LibraryContext, filingIds: readonly FilingId[]): Result<readonly FilingId[]> => {
  const unique = [...new Set(filingIds)]
  return listTrashedAt(library.db, unique).size === unique.length
    ? ok(unique)
    : fail('not-found', 'One of these filings is no longer in the library.')
}

/** Puts filings into a folder; those that stand there already are let be. */
export const putIntoFolder = (library: LibraryContext, id: FolderId, filingIds: readonly FilingId[]): Result<readonly Folder[]> => {
  const folder = getFolder(library.db, id)
  if (!folder) return GONE
  const filings = checkFilings(library, filingIds)
  if (!filings.ok) return filings
  const standing = new Set(listFolderFilings(library.db, id).map(({ filingId }) => filingId))
  const fresh = filings.value.filter((filingId) => !standing.has(filingId))
  if (fresh.length === 0) return listFolders(library)
  commitChange(library, `Put ${counted(fresh)} into ${folder.name}`, (record) => putAll(library, record, id, fresh))
  return answer(library, id)
}

/** Takes filings out of a folder, and into another where `into` names one, as one step. */
export const takeFromFolder = (library: LibraryContext, id: FolderId, filingIds: readonly FilingId[],
  into: FolderId | null): Result<readonly Folder[]> => {
  const folder = getFolder(library.db, id)
  const other = into === null ? null : getFolder(library.db, into)
  if (!folder || other === undefined) return GONE
  const wanted = new Set(filingIds)
  const there = listFolderFilings(library.db, id).filter(({ filingId }) => wanted.has(filingId))
  if (there.length === 0 || into === id) return listFolders(library)
  commitChange(library, other ? `Move ${counted(there)} to ${other.name}` : `Take ${counted(there)} out of ${folder.name}`, (record) => {
    takeOut(library, record, id, there)
    if (other) putAll(library, record, other.id, there.map(({ filingId }) => filingId))
  })
  return answer(library, id)
}
