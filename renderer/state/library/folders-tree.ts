import type { Folder } from '#contract/folder'
import type { FilingId, FolderId } from '#contract/ids'
import type { FilingSummary } from '#contract/library'
import { childrenOf, subtreeOf } from '#model/folder-tree'

/** One line of the tree of deal folders as it is drawn. `level` counts from 1; `at` and `of` say which of how many sisters it is, from 1. */
export interface FolderRow {
  readonly folder: Folder
  readonly level: number
  readonly open: boolean
  readonly hasParts: boolean
  readonly at: number
  readonly of: number
}

/** The lines of the tree from top to bottom; what stands in a folder that is not open is left out. */
export const folderRows = (folders: readonly Folder[], opened: readonly FolderId[]): readonly FolderRow[] => {
  const under = (parentId: FolderId | null, level: number): readonly FolderRow[] => {
    const sisters = childrenOf(folders, parentId)
    return sisters.flatMap((folder, index) => {
      const hasParts = folders.some((other) => other.parentId === folder.id)
      const open = hasParts && opened.includes(folder.id)
      return [{ folder, level, open, hasParts, at: index + 1, of: sisters.length }, ...(open ? under(folder.id, level + 1) : [])]
    })
  }
  return under(null, 1)
}

/** A folder and all those in it, at any depth. */
export const foldersUnder = (folders: readonly Folder[], id: FolderId): ReadonlySet<FolderId> =>
  new Set([id, ...subtreeOf(folders, id).map((folder) => folder.id)])

/** The folders on the way to one, the outermost first and itself last; empty where there is no such folder. */
export const folderPath = (folders: readonly Folder[], id: FolderId): readonly Folder[] => {
  const path: Folder[] = []
  for (let at = folders.find((folder) => folder.id === id); at && !path.includes(at);
    at = folders.find((folder) => folder.id === at?.parentId)) path.unshift(at)
  return path
}

/** The way to a folder in words, such as "Northgate › Releases". */
export const folderWords = (folders: readonly Folder[], id: FolderId): string => folderPath(folders, id).map(({ name }) => name).join(' › ')

/** How many filings stand in each folder or in one below it; a filing in two of them counts once. */
export const countInFolders = (folders: readonly Folder[], filings: readonly FilingSummary[]): ReadonlyMap<FolderId, number> => {
  const pathOf = new Map(folders.map(({ id }) => [id, folderPath(folders, id).map((folder) => folder.id)]))
  const counts = new Map<FolderId, number>()
  for (const filing of filings) {
    for (const id of new Set(filing.folders.flatMap((folder) => pathOf.get(folder) ?? []))) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

/** What is dragged onto a folder: filings, or another folder. */
export type Dragged = { readonly kind: 'filings'; readonly ids: readonly FilingId[] } | { readonly kind: 'folder'; readonly id: FolderId }

/** Whether something may be dropped on a folder (or, where `into` is null, on the top of the tree): a folder never goes into itself or into one of its own. */
export const takesDrop = (folders: readonly Folder[], dragged: Dragged, into: FolderId | null): boolean => {
  if (dragged.kind === 'filings') return into !== null && dragged.ids.length > 0
  const moved = folders.find(({ id }) => id === dragged.id)
  if (!moved) return false
  return moved.parentId !== into && (into === null || !foldersUnder(folders, dragged.id).has(into))
}
