import type { FilingId, FolderId } from '#contract/ids'
import { ok } from '#contract/result'
import type { Result } from '#contract/result'
import type { RequestItem } from '#contract/review'
import { requestListCsv, requestListMarkdown } from '../domain/export/request-list'
import { getAnnotation } from '../store/annotations'
import type { ReadableDb } from '../store/handles'
import { listQuestions } from '../store/notes'
import type { Note } from '#contract/note'
import type { LibraryContext } from './library-context'
import { filingsIn, folderGone } from './review-board'

const placeOf = (db: ReadableDb, { target }: Note): Pick<RequestItem, 'quote' | 'sectionPath'> => {
  if (target.kind === 'section') return { quote: null, sectionPath: [target.title] }
  const annotation = target.kind === 'annotation' ? getAnnotation(db, target.annotationId) : undefined
  return { quote: annotation?.selectors.quote.exact ?? null, sectionPath: annotation?.selectors.sectionPath ?? [] }
}

/** The questions of a folder with the folders in it, or of the whole library, that are open or asked; filing by filing in the order of the list. */
export const requestList = ({ db }: Pick<LibraryContext, 'db'>, folderId: FolderId | null): Result<readonly RequestItem[]> => {
  const filings = filingsIn(db, folderId)
  if (!filings) return folderGone()
  const byFiling = new Map<FilingId, Note[]>()
  for (const note of listQuestions(db)) byFiling.set(note.filingId, [...byFiling.get(note.filingId) ?? [], note])
  return ok(filings.flatMap((filing) => (byFiling.get(filing.id) ?? []).map((note) => ({ note, filing, ...placeOf(db, note) }))))
}

/** The request list as a file: CSV where the file's ending says so, else Markdown. */
export const requestListAs = (library: Pick<LibraryContext, 'db' | 'clock'>, folderId: FolderId | null,
  extension: string): Result<string> => {
  const items = requestList(library, folderId)
  if (!items.ok) return items
  return ok(extension === 'csv' ? requestListCsv(items.value) : requestListMarkdown(items.value, library.clock()))
}
