import type { Annotation } from '#contract/annotation'
import type { FilingId, FolderId } from '#contract/ids'
import { ok } from '#contract/result'
import type { Result } from '#contract/result'
import type { RequestItem } from '#contract/review'
import { toldWords } from '#model/table-cells'
import { requestListCsv, requestListMarkdown } from '../../domain/export/request-list'
import { getAnnotation } from '../../store/annotations'
import { listBlocksAround } from '../../store/blocks-around'
import { listDocuments } from '../../store/documents'
import type { ReadableDb } from '../../store/handles'
import { listQuestions } from '../../store/notes'
import type { Note } from '#contract/note'
import type { LibraryContext } from '../library-context'
import { filingsIn, folderGone } from './review-board'

/** The words a question stands on: a cell of a table with its row and column. */
const wordsOf = (db: ReadableDb, { filingId, selectors: { position, quote } }: Annotation): string => {
  const stored = listDocuments(db, filingId).find(({ summary: { range } }) => range.start <= position.start && position.end <= range.end)
  return stored ? toldWords(listBlocksAround(db, stored.key, position, 0), position, quote.exact) : quote.exact
}

const placeOf = (db: ReadableDb, { target }: Note): Pick<RequestItem, 'quote' | 'sectionPath'> => {
  if (target.kind === 'section') return { quote: null, sectionPath: [target.title] }
  const annotation = target.kind === 'annotation' ? getAnnotation(db, target.annotationId) : undefined
  return { quote: annotation ? wordsOf(db, annotation) : null, sectionPath: annotation?.selectors.sectionPath ?? [] }
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
