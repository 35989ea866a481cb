import type { DeliveredDocument, FilingDocument } from '#contract/filing'
import type { FilingSummary } from '#contract/library'
import { ok } from '#contract/result'
import type { Result } from '#contract/result'
import { PRINT_VERSION } from '../../domain/compare/sentence-print'
import { getDocument, isSameDocument, setEntry } from '../../store/documents'
import type { StoredDocument } from '../../store/documents'
import { failureOf } from '../../store/failure-of'
import { addWarnings } from '../../store/filings'
import { putPrints } from '../../store/sentence-prints'
import { wholeDocument } from '../analysis-thread'
import type { AnalysisAnswer } from '../analysis-thread'
import type { LibraryContext } from '../library-context'
import { storeInSteps } from './store-filing'

/** A document that stands in the library as it was stored, or one that was made just now. */
export type FoundDocument = StoredDocument | Result<FilingDocument>

/** Lets reading go on where the disk cannot take what it would like to keep; the log says so. Anything else is a bug, and thrown on. */
export const goOnWithoutWriting = (library: LibraryContext, error: unknown): void => {
  const known = failureOf(error)
  if (!known || known.ok) throw error
  library.log(`reading goes on without writing: ${known.failure.message}`)
}

/** The document is another one meanwhile: the filing was decoded anew, or removed. */
class Changed extends Error {}

/**
 * Stores what the analysis made of a document, unless the document is another one meanwhile. A full disk does not stop the reading: what
 * could not be stored is answered as it was made.
 */
export const keepAnswer = async (library: LibraryContext, filing: FilingSummary, stored: StoredDocument, content: DeliveredDocument,
  answer: AnalysisAnswer): Promise<FoundDocument> => {
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
  const now = getDocument(db, filing.id, content.sequence)
  return now?.summary.parsed === true && isSameDocument(db, filing, stored.key) ? now : ok(wholeDocument(content))
}
