import type { DeliveredDocument } from '#contract/filing'
import type { FilingId } from '#contract/ids'
import { PRINT_VERSION } from '../../domain/compare/sentence-print'
import { foldForSearch } from '../../domain/search/search-text'
import { storeContent } from '../../store/content'
import type { ContentVersions } from '../../store/content'
import { insertDocument } from '../../store/documents'
import type { DocumentKey } from '../../store/documents'
import { insertFiling } from '../../store/filings'
import type { FilingRecord } from '../../store/filings'
import type { WritableDb } from '../../store/handles'
import { mergeIndex } from '../../store/search-index'
import { putPrints } from '../../store/sentence-prints'
import { transactUnsynced } from '../../store/sql'
import { DESCRIBER_VERSION } from '../../domain/versions'
import type { AnalysisAnswer } from '../analysis-thread'
import { endsOf, keptOf } from './describe-header'
import { foldLog } from '../checkpoints/checkpoints'
import { describeFiling } from '../../domain/describe/describe-filing'
import { yieldThread } from '../yield-thread'

/** What an import knows of a file beside its analysis. */
export interface StoredFile {
  readonly id: FilingId
  readonly fileName: string
  readonly bytes: number
  readonly sha256: string
  readonly importedAt: string
}

/** Called between two steps; may throw to stop the work. */
export type BetweenSteps = () => void

/** After how many steps of storing the index of words is joined a little. */
const MERGE_EVERY = 4

const goThrough = async (db: WritableDb, steps: Iterable<void>, between: BetweenSteps): Promise<void> => {
  let done = 0
  for (const _step of steps) {
    done += 1
    if (done % MERGE_EVERY === 0) mergeIndex(db).next()
    await yieldThread()
    await foldLog(db)
    between()
  }
}

/** Stores the content of a document without holding the thread for longer than a frame at a time. */
export const storeInSteps = async (
  db: WritableDb,
  key: DocumentKey,
  content: DeliveredDocument,
  versions: ContentVersions,
  between: BetweenSteps = () => undefined
): Promise<void> => {
  await goThrough(db, storeContent(db, key, content, versions, foldForSearch), between)
  for (const _step of mergeIndex(db)) await yieldThread()
}

/** What a filing is, by its file and its analysis: the row of it that no list shows yet. */
export const describedFiling = (file: StoredFile, answer: AnalysisAnswer): FilingRecord => ({
  ...file,
  ...keptOf(describeFiling(file.fileName, answer.submission, answer.documents, answer.document === null ? [] : [endsOf(answer.document)])),
  format: answer.format,
  encoding: answer.encoding,
  textSha256: answer.textSha256,
  openedAt: null,
  trashedAt: null,
  // A submission is described once more when its exhibits are read.
  describedBy: answer.documents.length > 1 ? 0 : DESCRIBER_VERSION,
  submission: answer.submission,
  warnings: answer.warnings
})

const insertRows = (db: WritableDb, file: StoredFile, answer: AnalysisAnswer): ReadonlyMap<number, DocumentKey> =>
  transactUnsynced(db, () => {
    insertFiling(db, describedFiling(file, answer))
    return new Map(answer.documents.map((entry) => [entry.sequence, insertDocument(db, file.id, entry)]))
  })

/** Stores a filing with its document entries and the content of the analysed one. No list shows it until it is marked ready. */
export const storeFiling = async (db: WritableDb, file: StoredFile, answer: AnalysisAnswer, between?: BetweenSteps): Promise<void> => {
  const keys = insertRows(db, file, answer)
  const key = answer.document ? keys.get(answer.document.sequence) : undefined
  if (answer.document && key !== undefined) {
    await storeInSteps(db, key, answer.document, answer, between)
    const { prints } = answer
    if (prints) transactUnsynced(db, () => putPrints(db, key, PRINT_VERSION, prints))
  }
}
