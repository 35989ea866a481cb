import { z } from 'zod'
import type { FolderCalls } from '#contract/folder'
import { ok } from '#contract/result'
import { addFolder, listFolders, moveFolder, putIntoFolder, removeFolder, renameFolder, takeFromFolder } from '../services/work/folders'
import { trashFilings } from '../services/work/trash-filings'
import { describeFilings } from '../services/work/write-details'
import type { Behind, Handlers } from './handlers'
import { id, LIMITS, nothing } from './guard-parts'

const name = z.string().trim().min(1).max(LIMITS.name)
const filings = z.array(id).min(1).max(100_000)
const word = z.string().trim().min(1).max(LIMITS.words).nullable().exactOptional()
const day = z.iso.date().nullable().exactOptional()
const details = z.strictObject({ title: word, company: word, form: word, exhibit: word, cik: word, accession: word, filedAt: day,
  period: day })

/** The guards of the calls on folders. */
export const FOLDER_GUARDS: { readonly [N in keyof FolderCalls]: z.ZodType<FolderCalls[N]['args']> } = {
  'folder.list': nothing,
  'folder.add': z.strictObject({ name, parentId: id.nullable() }),
  'folder.rename': z.strictObject({ id, name }),
  'folder.move': z.strictObject({ id, parentId: id.nullable(), before: id.nullable() }),
  'folder.remove': z.strictObject({ id }),
  'folder.put': z.strictObject({ id, filingIds: filings }),
  'folder.take': z.strictObject({ id, filingIds: filings, into: id.nullable() }),
  'library.describe': z.strictObject({ filingIds: filings, details }),
  'library.trashMany': z.strictObject({ filingIds: filings, trashed: z.boolean() }),
  'watch.list': nothing,
  'watch.choose': z.strictObject({ folderId: id.nullable() }),
  'watch.add': z.strictObject({ path: z.string().min(1).max(LIMITS.path), folderId: id.nullable() }),
  'watch.remove': z.strictObject({ id })
}

/** Deal folders, what is written by hand of a filing, and watched folders. */
export const folderHandlers = ({ services: { library, watcher }, shell }: Behind): Handlers<keyof FolderCalls> => ({
  'folder.list': () => listFolders(library),
  'folder.add': ({ name: called, parentId }) => addFolder(library, called, parentId),
  'folder.rename': (args) => renameFolder(library, args.id, args.name),
  'folder.move': (args) => moveFolder(library, args.id, args.parentId, args.before),
  'folder.remove': (args) => removeFolder(library, args.id),
  'folder.put': (args) => putIntoFolder(library, args.id, args.filingIds),
  'folder.take': (args) => takeFromFolder(library, args.id, args.filingIds, args.into),
  'library.describe': ({ filingIds, details: written }) => describeFilings(library, filingIds, written),
  'library.trashMany': ({ filingIds, trashed }) => trashFilings(library, filingIds, trashed),
  'watch.list': () => ok(watcher.list()),
  'watch.choose': async ({ folderId }) => {
    const path = await shell.chooseFolder('Watch folder')
    return path === null ? ok(null) : watcher.add(path, folderId)
  },
  'watch.add': ({ path, folderId }) => watcher.add(path, folderId),
  'watch.remove': (args) => watcher.remove(args.id)
})
