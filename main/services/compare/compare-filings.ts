import type { ComparedDocument, Comparison } from '#contract/comparison'
import { ok } from '#contract/result'
import type { Result } from '#contract/result'
import { packDocument } from '../../domain/compare/packed-document'
import type { PackedDocument } from '../../domain/compare/packed-document'
import { readComparedText } from '../../store/compared-text'
import { getDocument } from '../../store/documents'
import { getFiling } from '../../store/filings'
import type { LibraryContext } from '../library-context'
import type { FilingReader } from '../filing-reader'
import { isOutdated } from '../reading/renew-document'
import { yieldThread } from '../yield-thread'

/** The comparison of documents that are in the library. */
export interface Comparer {
  /** Compares two documents; each is analysed and stored first where it never was. Tells `work.progress` at the stage `comparing`. */
  readonly compare: (left: ComparedDocument, right: ComparedDocument) => Promise<Result<Comparison>>
  /** The same as JSON: what the thread answers is passed on without being taken apart. */
  readonly compareText: (left: ComparedDocument, right: ComparedDocument) => Promise<Result<string>>
  /** Has a thread ready for a comparison that will be asked for. */
  readonly prepare: () => void
  /** Stops the comparison of that job; it ends with `analysis-cancelled`. A job that is not known, or done, is let be. */
  readonly cancel: (job: string) => void
}

/** A document ready to be compared: as it is stored, else as the reader makes it. */
const packed = async (library: LibraryContext, reader: FilingReader,
  { filingId, sequence }: ComparedDocument): Promise<Result<PackedDocument>> => {
  const stored = getDocument(library.db, filingId, sequence)
  if (!stored?.summary.parsed || isOutdated(stored)) {
    const made = await reader.document(filingId, sequence)
    return made.ok ? ok(packDocument(made.value)) : made
  }
  const checked = await reader.check(filingId, sequence)
  if (!checked.ok) return checked
  const steps = readComparedText(library.db, stored.key)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return ok(step.value)
    await yieldThread()
  }
}

/** The comparer of a library; the comparison itself runs where files are analysed, never in the thread that answers the window. */
export const createComparer = (library: LibraryContext, reader: FilingReader): Comparer => {
  const running = new Set<string>()
  const compareText = async (left: ComparedDocument, right: ComparedDocument): Promise<Result<string>> => {
    const before = await packed(library, reader, left)
    if (!before.ok) return before
    const after = await packed(library, reader, right)
    if (!after.ok) return after
    const job = library.newId()
    const file = getFiling(library.db, right.filingId)?.fileName ?? ''
    const report = (done: number, total: number): void => library.emit('work.progress', { job, file, stage: 'comparing', done, total })
    running.add(job)
    report(0, 1)
    try {
      return await library.analysis.compare({ job, left: before.value, right: after.value }, report)
    } finally {
      running.delete(job)
      report(1, 1)
    }
  }
  return {
    compareText,
    prepare: () => library.analysis.warm(),
    compare: async (left, right) => {
      const answer = await compareText(left, right)
      if (!answer.ok) return answer
      const comparison: Comparison = JSON.parse(answer.value)
      return ok(comparison)
    },
    cancel: (job) => {
      if (running.has(job)) library.analysis.cancel(job)
    }
  }
}
