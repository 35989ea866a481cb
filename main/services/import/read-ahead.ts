import type { FilingId } from '#contract/ids'
import { getDocument } from '../../store/documents'
import { getFiling } from '../../store/filings'
import { keepAnswer } from './keep-document'
import type { FoundDocument } from './keep-document'
import type { LibraryContext } from '../library-context'

/** What became of a document that was read ahead. */
export type ReadAhead = 'read' | 'refused' | 'later'

/**
 * Reads a document that nobody waits for, below everything else; `more` says that others of the same filing are next. `later` where it
 * was stopped or became something else meanwhile, `refused` where it cannot be read.
 */
export type ReadDocumentAhead = (filingId: FilingId, sequence: number, more: boolean) => Promise<ReadAhead>

/** Documents that are made just now, by filing and sequence. */
export type Underway = Map<string, Promise<FoundDocument>>

/** The reading of documents that nobody waits for. */
export interface ReadingAhead {
  readonly read: ReadDocumentAhead
  /** Stops the analysis of a document that somebody waits for now; one that is stored already is let be. */
  readonly giveWay: (name: string) => void
}

/** The reading ahead of a library; what it stores is `underway` like what a reader asked for. */
export const createReadingAhead = (library: LibraryContext, underway: Underway): ReadingAhead => {
  const { db, analysis } = library
  const analysing = new Map<string, string>()
  return {
    giveWay: (name) => {
      const job = analysing.get(name)
      if (job === undefined) return
      analysing.delete(name)
      analysis.cancel(job)
    },
    read: async (filingId, sequence, more) => {
      const filing = getFiling(db, filingId)
      const stored = filing && getDocument(db, filingId, sequence)
      const name = `${filingId} ${String(sequence)}`
      if (!filing || !stored || stored.summary.parsed) return 'later'
      const asked = underway.get(name)
      if (asked) {
        const found = await asked
        return 'key' in found || found.ok ? 'read' : 'later'
      }
      const job = library.newId()
      const { start, end } = stored.summary.range
      analysing.set(name, job)
      const answered = await analysis.run({ job, path: library.sources.pathOf(filing.sha256), encoding: filing.encoding, sequence,
        bytes: end - start, background: true, more }, () => undefined)
      const gaveWay = analysing.get(name) !== job
      analysing.delete(name)
      if (gaveWay || (!answered.ok && answered.failure.code === 'analysis-cancelled')) return 'later'
      const content = answered.ok ? answered.value.document : null
      if (!answered.ok || !content) return 'refused'
      const kept = keepAnswer(library, filing, stored, content, answered.value).finally(() => underway.delete(name))
      underway.set(name, kept)
      await kept
      return getDocument(db, filingId, sequence)?.summary.parsed === true ? 'read' : 'later'
    }
  }
}
