import { z } from 'zod'
import type { FolderCalls } from '#contract/folder'
import { fail } from '#contract/result'
import type { Handlers } from './handlers'
import { id, LIMITS, nothing } from './guard-parts'

const name = z.string().trim().min(1).max(LIMITS.name)
const filings = z.array(id).min(1).max(100_000)
const word = z.string().trim().min(1).max(LIMITS.words).nullable().exactOptional()
const day = z.iso.date().nullable().exactOptional()
const details = z.strictObject({ title: word, company: word, form: word, exhibit: word, cik: word, accession: word, filedAt: day, period: day })

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

const notYet = () => fail('invalid-request', 'This is not there yet.')

/** Deal folders, what is written by hand of a filing, and watched folders. */
export const folderHandlers = (): Handlers<keyof FolderCalls> => ({
  'folder.list': notYet,
  'folder.add': notYet,
  'folder.rename': notYet,
  'folder.move': notYet,
  'folder.remove': notYet,
  'folder.put': notYet,
  'folder.take': notYet,
  'library.describe': notYet,
  'library.trashMany': notYet,
  'watch.list': notYet,
  'watch.choose': notYet,
  'watch.add': notYet,
  'watch.remove': notYet
})
