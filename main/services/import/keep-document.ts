import type { FilingDocument } from '#contract/filing'
import type { FilingSummary } from '#contract/library'
import { PRINT_VERSION } from '../../domain/compare/sentence-print'
import { isSameDocument, setEntry } from '../../store/documents'
import type { StoredDocument } from '../../store/documents'
import { failureOf } from '../../store/failure-of'
import { addWarnings } from '../../store/filings'
import { putPrints } from '../../store/sentence-prints'
import type { AnalysisAnswer } from '../analysis-thread'
import type { LibraryContext } from '../library-context'
import { storeInSteps } from './store-filing'

/** Lets reading go on where the disk cannot take what it would like to keep; the log says so. Anything else is a bug, and thrown on. */
export const goOnWithoutWriting = (library: LibraryContext, error: unknown): void => {
  const known = failureOf(error)
  if (!known || known.ok) throw error
  library.log(`reading goes on without writing: ${known.failure.message}`)
}

/** The document is another one meanwhile: the filing was decoded anew, or removed. */
class Changed extends Error {}

/** Stores what the analysis made of a document, unless the document is another one meanwhile. A full disk does not stop the reading. */
export const keepAnswer = async (library: LibraryContext, filing: FilingSummary, stored: StoredDocument, content: FilingDocument,
  answer: AnalysisAnswer): Promise<void> => {
  const { db } = library
  const check = (): void => {
    if (!isSameDocument(db, filing, stored.key)) throw new Changed()
  }
  try {
    check()
    setEntry(db, stored.key, content)
    await storeInSteps(db, stored.key, content, answer, check)
    if (answer.prints) putPrints(db, stored.key, PRINT_VERSION, answer.prints)
    addWarnings(db, filing.id, answer.warnings)
  } catch (error) {
    if (!(error instanceof Changed)) goOnWithoutWriting(library, error)
  }
}
