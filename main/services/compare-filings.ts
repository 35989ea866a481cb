import type { ComparedDocument, Comparison } from '#contract/comparison'
import type { Result } from '#contract/result'
import { comparableDocument } from '../domain/compare/comparable-document'
import { getFiling } from '../store/filings'
import type { LibraryContext } from './library-context'
import type { FilingReader } from './read-filing'

/** The comparison of documents that are in the library. */
export interface Comparer {
  /** Compares two documents; each is analysed and stored first where it never was. Tells `work.progress` at the stage `comparing`. */
  readonly compare: (left: ComparedDocument, right: ComparedDocument) => Promise<Result<Comparison>>
  /** Stops the comparison of that job; it ends with `analysis-cancelled`. A job that is not known, or done, is let be. */
  readonly cancel: (job: string) => void
}

/** The comparer of a library; the comparison itself runs where files are analysed, never in the thread that answers the window. */
export const createComparer = (library: LibraryContext, reader: FilingReader): Comparer => {
  const running = new Set<string>()
  return {
    compare: async (left, right) => {
      const before = await reader.document(left.filingId, left.sequence)
      if (!before.ok) return before
      const after = await reader.document(right.filingId, right.sequence)
      if (!after.ok) return after
      const job = library.newId()
      const file = getFiling(library.db, right.filingId)?.fileName ?? ''
      const report = (done: number, total: number): void => { library.emit('work.progress', { job, file, stage: 'comparing', done, total }) }
      running.add(job)
      report(0, 1)
      try {
        return await library.analysis.compare({ job, left: comparableDocument(before.value), right: comparableDocument(after.value) }, report)
      } finally {
        running.delete(job)
        report(1, 1)
      }
    },
    cancel: (job) => { if (running.has(job)) library.analysis.cancel(job) }
  }
}
