import type { FilingDetails } from './filing-details'
import type { FilingId, FolderId } from './ids'
import type { FilingSummary } from './library'

/** A deal folder. A filing may stand in several folders and always stands in the library; `filings` counts those in this folder itself. */
export interface Folder {
  readonly id: FolderId
  readonly parentId: FolderId | null
  readonly name: string
  /** Its place among its sisters, from 0. */
  readonly ordinal: number
  readonly filings: number
}

/** A folder of the disk whose files come into the library by themselves. */
export interface WatchedFolder {
  readonly id: string
  readonly path: string
  /** The deal folder they come into, or null. */
  readonly folderId: FolderId | null
  readonly addedAt: string
  /** `missing` where the folder is not on the disk now. */
  readonly state: 'watching' | 'missing'
  readonly files: readonly WatchedFile[]
}

/** A file of a watched folder: in the library as it is, changed since and imported anew as another filing, gone from the disk, or not importable. */
export interface WatchedFile {
  readonly path: string
  readonly filingId: FilingId | null
  /** The filing that the file was before it changed, of which `filingId` is a later version; null where it did not change. */
  readonly earlierId: FilingId | null
  readonly state: 'imported' | 'changed' | 'gone' | 'failed'
  /** Why it could not be imported, in the reader's words. */
  readonly failure: string | null
}

/** Calls on deal folders, on what is written by hand of a filing, and on many filings at once. Each answers what now stands. */
export interface FolderCalls {
  'folder.list': { args: null; value: readonly Folder[] }
  'folder.add': { args: { readonly name: string; readonly parentId: FolderId | null }; value: readonly Folder[] }
  'folder.rename': { args: { readonly id: FolderId; readonly name: string }; value: readonly Folder[] }
  /** Puts a folder under another, before one of its new sisters or at the end; a folder cannot come under itself. */
  'folder.move': { args: { readonly id: FolderId; readonly parentId: FolderId | null; readonly before: FolderId | null };
    value: readonly Folder[] }
  /** Removes a folder and those in it; the filings stay in the library. One step of the history. */
  'folder.remove': { args: { readonly id: FolderId }; value: readonly Folder[] }
  'folder.put': { args: { readonly id: FolderId; readonly filingIds: readonly FilingId[] }; value: readonly Folder[] }
  /** Takes filings out of a folder, and into another where `into` names one. */
  'folder.take': { args: { readonly id: FolderId; readonly filingIds: readonly FilingId[]; readonly into: FolderId | null };
    value: readonly Folder[] }
  'library.describe': { args: { readonly filingIds: readonly FilingId[]; readonly details: Partial<FilingDetails> };
    value: readonly FilingSummary[] }
  /** Many filings to the trash, or out of it, as one step of the history. */
  'library.trashMany': { args: { readonly filingIds: readonly FilingId[]; readonly trashed: boolean }; value: null }
  'watch.list': { args: null; value: readonly WatchedFolder[] }
  /** Shows the system's folder dialog and watches what is chosen; null where it was cancelled. */
  'watch.choose': { args: { readonly folderId: FolderId | null }; value: readonly WatchedFolder[] | null }
  'watch.add': { args: { readonly path: string; readonly folderId: FolderId | null }; value: readonly WatchedFolder[] }
  'watch.remove': { args: { readonly id: string }; value: readonly WatchedFolder[] }
}

/** The names of the calls on folders. */
export const FOLDER_CALLS = {
  'folder.list': 0,
  'folder.add': 0,
  'folder.rename': 0,
  'folder.move': 0,
  'folder.remove': 0,
  'folder.put': 0,
  'folder.take': 0,
  'library.describe': 0,
  'library.trashMany': 0,
  'watch.list': 0,
  'watch.choose': 0,
  'watch.add': 0,
  'watch.remove': 0
} satisfies Record<keyof FolderCalls, 0>
