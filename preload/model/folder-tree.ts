import type { FolderId } from '#contract/ids'

/** What the order of a tree of folders hangs on. Sisters are ordered by `ordinal`, then by id. */
export interface TreeFolder {
  readonly id: FolderId
  readonly parentId: FolderId | null
  readonly ordinal: number
}

/** The folders directly under one, or those at the top, in their order. */
export const childrenOf = <F extends TreeFolder>(folders: readonly F[], parentId: FolderId | null): F[] =>
  folders.filter((folder) => folder.parentId === parentId).sort((a, b) => a.ordinal - b.ordinal || (a.id < b.id ? -1 : 1))

/** A folder and everything under it, each folder before those in it; empty where there is none of that id. */
export const subtreeOf = <F extends TreeFolder>(folders: readonly F[], id: FolderId): F[] => {
  const root = folders.find((folder) => folder.id === id)
  return root ? [root, ...childrenOf(folders, id).flatMap((child) => subtreeOf(folders, child.id))] : []
}

/**
 * Puts a folder under another, before one of its new sisters or at the end, and numbers the sisters of its new and its old place
 * from 0. Answers with the folders that changed; null where the folder would come under itself, or a folder named is not there.
 */
export const placeFolder = <F extends TreeFolder>(folders: readonly F[], id: FolderId, parentId: FolderId | null, before: FolderId | null):
  | F[]
  | null => {
  const subtree = subtreeOf(folders, id)
  const [moved] = subtree
  if (!moved || subtree.some((folder) => folder.id === parentId)) return null
  if (parentId !== null && !folders.some((folder) => folder.id === parentId)) return null
  const sisters = childrenOf(folders, parentId).filter((folder) => folder.id !== id)
  const at = before === null ? sisters.length : sisters.findIndex((folder) => folder.id === before)
  if (at < 0) return null
  const placed = [...sisters.slice(0, at), { ...moved, parentId }, ...sisters.slice(at)]
  const left = moved.parentId === parentId ? [] : childrenOf(folders, moved.parentId).filter((folder) => folder.id !== id)
  const known = new Map(folders.map((folder) => [folder.id, folder]))
  return [placed, left].flatMap((list) => list.map((folder, ordinal) => ({ ...folder, ordinal })))
    .filter((folder) => {
      const was = known.get(folder.id)
      return was?.ordinal !== folder.ordinal || was.parentId !== folder.parentId
    })
}
